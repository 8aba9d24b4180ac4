package org.zhijian.itests.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zhijian.itests.http.Api;

/** A running server: {@code ./run} on the built distribution, on a free port. */
public final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);
    /** A server that must not come up is given up after this; a first start takes half of it on a busy machine. */
    private static final Duration REFUSAL = Duration.ofSeconds(60);

    private static final int STOP_SECONDS = 45;

    private final Setup setup;
    private final int port;
    private final Map<String, Api> signedIn = new ConcurrentHashMap<>();
    private Launch launch;
    private Duration boot;

    private Server(Setup setup, int port) {
        this.setup = setup;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(this::killIfRunning));
    }

    /** Starts a server and waits until it is ready. */
    public static Server start(Setup setup) {
        Server server = new Server(setup, Ports.free());
        server.start();
        return server;
    }

    /** A demonstration on fresh data. */
    public static Server demo(Database database) {
        return start(Setup.demo(database));
    }

    /** Tries options that must be refused. @return what it ended with */
    public static Refused refused(List<String> arguments) {
        return refused(Folders.fresh(), arguments);
    }

    /** Tries to start a server that must not come up. @return what it ended with */
    public static Refused refused(Setup setup) {
        return refused(setup.data(), setup.arguments(Ports.free()));
    }

    private static Refused refused(Path data, List<String> arguments) {
        Launch launch = Launch.of(data, arguments, REFUSAL);
        return new Refused(launch.waitFor((int) REFUSAL.toSeconds() + STOP_SECONDS), launch.said());
    }

    /** How a start that was refused ended, and what it said. */
    public record Refused(int status, String said) {}

    private void start() {
        signedIn.clear();
        Instant begun = Instant.now();
        launch = Launch.of(setup.data(), setup.arguments(port), START);
        await("the server on port " + port)
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(this::isUpOrOver);
        boot = Duration.between(begun, Instant.now());
        if (!launch.process().isAlive()) {
            throw new IllegalStateException("the server ended while starting:\n" + launch.said());
        }
    }

    private boolean isUpOrOver() {
        return !launch.process().isAlive() || nobody().isReady();
    }

    /** The time from the command to the first ready answer. */
    public Duration boot() {
        return boot;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public Setup setup() {
        return setup;
    }

    /** A client that has not signed in. */
    public Api nobody() {
        return new Api(address());
    }

    /** A client that has signed in with the demonstration's password, once for all tests: hashing passwords takes its time. */
    public Api as(String loginName) {
        return as(Api.JURISDICTION, loginName);
    }

    /** The same in any jurisdiction. */
    public Api as(String jurisdiction, String loginName) {
        return signedIn.computeIfAbsent(
                jurisdiction + "/" + loginName, key -> nobody().in(jurisdiction).signIn(loginName));
    }

    /** What {@code ./run} has said so far. */
    public String said() {
        return launch.said();
    }

    /** Types a line into the shell of a server that was started with {@code --console}. */
    public void type(String line) {
        try {
            OutputStream keyboard = launch.process().getOutputStream();
            keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Kills the JVM without giving it a chance to tidy up. */
    public void kill() {
        jvm().destroyForcibly();
        launch.waitFor(STOP_SECONDS);
    }

    /** Starts again on the same data. */
    public void restart() {
        start();
    }

    /** What its memory holds after a collection. */
    public Memory memory() {
        return Memory.of(jvm().pid());
    }

    /** Asks {@code ./run} to end. @return its exit status */
    public int stop() {
        launch.process().destroy();
        return launch.waitFor(STOP_SECONDS);
    }

    private ProcessHandle jvm() {
        try {
            String pid = Files.readString(setup.data().resolve("zhijian.pid")).strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Path log() {
        return setup.data().resolve("log/zhijian.log");
    }

    /** Stops the server and fails if its log holds errors; what was unpacked is deleted, data and logs stay. */
    @Override
    public void close() {
        closeAfterFaults();
    }

    /** As {@link #close}, but for errors that were provoked: each holds one of these texts. */
    public void closeAfterFaults(String... provoked) {
        if (launch.process().isAlive()) {
            stop();
        }
        Folders.delete(setup.data().resolve("server"));
        Folders.delete(setup.data().resolve("karaf"));
        LogChecker.check(log(), List.of(provoked));
    }

    private void killIfRunning() {
        if (launch != null && launch.process().isAlive()) {
            launch.process().descendants().forEach(ProcessHandle::destroyForcibly);
            launch.process().destroyForcibly();
        }
    }
}

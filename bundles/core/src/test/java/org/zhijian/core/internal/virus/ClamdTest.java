package org.zhijian.core.internal.virus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.core.internal.settings.TestSettings;

class ClamdTest {
    /** The harmless file that every scanner takes for a virus. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    private Path folder;

    /** Speaks the protocol of clamd once and tells what it was sent. */
    private static final class Daemon implements AutoCloseable {
        private final ServerSocket socket;
        private final CompletableFuture<byte[]> sent;

        Daemon(String answer) throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sent = CompletableFuture.supplyAsync(() -> serve(answer));
        }

        String address() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        private byte[] serve(String answer) {
            try (Socket client = socket.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                assertThat(in.readNBytes(10))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("zINSTREAM\0");
                java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                String said = content.toString(StandardCharsets.ISO_8859_1).contains("EICAR-STANDARD")
                        ? "stream: Eicar-Test-Signature FOUND"
                        : answer;
                client.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** A thread that is just accepting may still take one: whoever closes waits until it has gone. */
        @Override
        public void close() throws IOException {
            socket.close();
            sent.handle((content, failed) -> content).join();
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload"), content);
    }

    @Test
    void aCleanFileGoesToTheDaemonWhole() throws IOException {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        try (Daemon daemon = new Daemon("stream: OK")) {
            assertThat(new Clamd(daemon.address()).scan(file(content))).isEmpty();
            assertThat(daemon.sent.join()).isEqualTo(content);
        }
    }

    @Test
    void aVirusIsNamed() throws IOException {
        try (Daemon daemon = new Daemon("stream: OK")) {
            assertThat(new Clamd(daemon.address()).scan(file(EICAR.getBytes(StandardCharsets.US_ASCII))))
                    .contains("Eicar-Test-Signature");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", "", "stream: Can't allocate memory ERROR"})
    void aDaemonThatCannotTellHasNotFoundTheFileClean(String answer) throws IOException {
        try (Daemon daemon = new Daemon(answer)) {
            assertThatThrownBy(() -> new Clamd(daemon.address()).scan(file(new byte[10])))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aDaemonThatIsNotThereHasNotFoundTheFileClean() throws IOException {
        String address;
        try (Daemon daemon = new Daemon("stream: OK")) {
            address = daemon.address();
        }
        VirusScan scan = new VirusScan(TestSettings.of(folder, Map.of("clamd", address)));

        assertThatThrownBy(() -> scan.find(file(new byte[10]))).isInstanceOf(IOException.class);
    }

    @Test
    void withoutAnyScannerEveryFilePasses() throws IOException {
        VirusScan scan = new VirusScan(TestSettings.of(folder, Map.of()));

        assertThat(scan.find(file(EICAR.getBytes(StandardCharsets.US_ASCII)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", ":3310", "host:", "host:port"})
    void anAddressThatIsNoneIsRefusedAtStart(String address) {
        assertThatThrownBy(() -> new Clamd(address)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.zhijian.itests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of {@code ./run}: the process and what it says.
 *
 * @param output where its output goes
 */
record Launch(Process process, Path output) {

    /**
     * Starts {@code ./run} on the built distribution, with nothing of the caller's own settings.
     *
     * @param patience how long it may take to become ready
     */
    static Launch of(Path data, List<String> arguments, Duration patience) {
        List<String> command =
                new ArrayList<>(List.of("bash", Folders.root().resolve("run").toString()));
        command.addAll(arguments);
        try {
            Path output = Files.createDirectories(data).resolve("run.out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("ZHIJIAN_"));
            builder.environment().put("ZHIJIAN_ARCHIVE", Folders.archive().toString());
            builder.environment().put("ZHIJIAN_START_SECONDS", String.valueOf(patience.toSeconds()));
            return new Launch(builder.start(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for the end. @return the exit status */
    int waitFor(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("./run did not end within " + seconds + " s:\n" + said());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

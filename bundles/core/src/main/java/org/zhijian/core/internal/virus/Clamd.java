package org.zhijian.core.internal.virus;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhijian.core.files.VirusScanner;

/** ClamAV's daemon, asked over TCP with its command INSTREAM: chunks with their lengths before them, a length of zero at the end. */
final class Clamd implements VirusScanner {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 1024;
    private static final String CLEAN = "stream: OK";
    private static final String PREFIX = "stream: ";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;

    /** @param address {@code host:port} */
    Clamd(String address) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("clamd wants host:port, not " + address);
        }
        host = address.substring(0, colon);
        port = Integer.parseInt(address.substring(colon + 1));
    }

    @Override
    public Optional<String> scan(Path file) throws IOException {
        try (Socket socket = new Socket();
                InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            send(content, new DataOutputStream(socket.getOutputStream()));
            return verdict(answer(socket.getInputStream()));
        }
    }

    private static void send(InputStream content, DataOutputStream daemon) throws IOException {
        daemon.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            daemon.writeInt(read);
            daemon.write(chunk, 0, read);
        }
        daemon.writeInt(0);
        daemon.flush();
    }

    private static String answer(InputStream daemon) throws IOException {
        byte[] bytes = daemon.readNBytes(LONGEST_ANSWER);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        if (answer.startsWith(PREFIX) && answer.endsWith(FOUND)) {
            return Optional.of(answer.substring(PREFIX.length(), answer.length() - FOUND.length()));
        }
        throw new IOException("clamd could not tell: " + answer);
    }
}

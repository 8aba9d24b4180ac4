package org.zhijian.itests.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP/1.1 connection, kept alive, that sends whatever bytes it is given: what a well-behaved client refuses to send. It may call from any
 * address of the loopback, so that rates held for each address do not stand in the way. Not thread-safe.
 */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final String from;
    private Socket socket;
    private InputStream in;

    /** @param from the address of the loopback that calls, such as {@code 127.0.0.2} */
    public Wire(int port, String from) {
        this.port = port;
        this.from = from;
    }

    /** What came back; names of headers in lower case. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * Sends a request and reads the answer. A server that closes the connection instead of answering is told by an exception.
     *
     * @param bodiless whether the answer has no body whatever its headers say, as that to HEAD
     */
    public Reply send(byte[] request, boolean bodiless) throws IOException {
        boolean fresh = socket == null;
        try {
            return sendOnce(request, bodiless);
        } catch (EOFException closed) {
            if (fresh) {
                throw closed;
            }
            // A server may close a connection that waits for the next request; any client tries again on a new one.
            return sendOnce(request, bodiless);
        }
    }

    private Reply sendOnce(byte[] request, boolean bodiless) throws IOException {
        connect();
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
        } catch (IOException answeredBeforeTheEnd) {
            // A server may answer, and close, before it has read a body that is too large: the answer is there to be
            // read.
            return read(bodiless);
        }
        return read(bodiless);
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Reply read(boolean bodiless) throws IOException {
        try {
            int status = status(line());
            Map<String, String> headers = headers();
            while (status == 100) {
                status = status(line());
                headers = headers();
            }
            byte[] body = bodiless || status == 204 || status == 304 ? new byte[0] : body(headers);
            if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
                close();
            }
            return new Reply(status, headers, body);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.1 ")) {
            throw new IOException("no status line: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = size(); size > 0; size = size()) {
                all.writeBytes(exactly(size));
                line();
            }
            line();
            return all.toByteArray();
        }
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        return in.readAllBytes();
    }

    private int size() throws IOException {
        return Integer.parseInt(List.of(line().split(";")).get(0).strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed without an answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                throw new java.io.UncheckedIOException(alreadyBroken);
            } finally {
                socket = null;
            }
        }
    }
}

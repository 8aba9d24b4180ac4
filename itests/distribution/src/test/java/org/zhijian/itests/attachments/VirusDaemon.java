package org.zhijian.itests.attachments;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Speaks the protocol of ClamAV's daemon and knows one virus: the harmless file that all scanners know. */
public final class VirusDaemon implements AutoCloseable {
    private static final int COMMAND = "zINSTREAM\0".length();

    private final ServerSocket socket;

    private VirusDaemon(ServerSocket socket) {
        this.socket = socket;
    }

    public static VirusDaemon start() {
        try {
            VirusDaemon daemon = new VirusDaemon(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(daemon::serve, "virus-daemon");
            thread.setDaemon(true);
            thread.start();
            return daemon;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The harmless file that all scanners take for a virus. */
    public static String virus() {
        return Attacks.EICAR;
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                in.readNBytes(COMMAND);
                StringBuilder content = new StringBuilder();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
                }
                boolean found = content.indexOf("EICAR-STANDARD-ANTIVIRUS-TEST-FILE") >= 0;
                String answer = found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException closed) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

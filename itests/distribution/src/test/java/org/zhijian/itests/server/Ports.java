package org.zhijian.itests.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback. */
public final class Ports {
    /**
     * Below the ports that the system gives to clients. Whoever knocks again and again at a closed port among those is given, sooner or later,
     * that very port for its own end, talks to itself, and keeps the server from ever listening there.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    private static final int TRIES = 1_000;

    private Ports() {}

    /** A port that nobody listens on at the moment, and that no client is given. */
    public static int free() {
        for (int n = 0; n < TRIES; n++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

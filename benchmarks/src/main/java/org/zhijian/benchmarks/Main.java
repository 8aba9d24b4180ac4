package org.zhijian.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Runs the job with every contender, one after the other, and then the lists. */
public final class Main {
    private Main() {}

    /** @param arguments what to run: {@code floor}, {@code flowable}, {@code zhijian}, {@code lists}; all of them if none */
    public static void main(String[] arguments) throws Exception {
        Server server = Server.fromProperties();
        List<String> wanted =
                arguments.length == 0 ? List.of("floor", "flowable", "zhijian", "lists") : List.of(arguments);
        for (String name : wanted) {
            switch (name) {
                case "floor" -> job(new Floor(server), server, Floor.DATABASE);
                case "flowable" -> job(new Flowable(server), server, Flowable.DATABASE);
                case "zhijian" -> job(new Platform(server, true), server, Platform.DATABASE);
                case "lists" -> Lists.measure(server);
                default -> throw new IllegalArgumentException("nobody is called " + name);
            }
        }
    }

    private static void job(Contender contender, Server server, String database) throws Exception {
        try (contender) {
            Window.warmUp(contender, Integer.getInteger("warmUp", 30));
            int[] threads = Arrays.stream(System.getProperty("threads", "1,4,8").split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            for (int several : threads) {
                Window.measure(contender, server, database, several, Integer.getInteger("seconds", 15));
            }
        }
    }
}

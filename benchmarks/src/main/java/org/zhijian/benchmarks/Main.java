package org.zhijian.benchmarks;

import java.util.ArrayList;
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
        List<Measurement> measured = new ArrayList<>();
        for (String name : wanted) {
            switch (name) {
                case "floor" -> measured.addAll(job(new Floor(server), server, Floor.DATABASE));
                case "flowable" -> measured.addAll(job(new Flowable(server), server, Flowable.DATABASE));
                case "zhijian" -> measured.addAll(job(new Platform(server, true), server, Platform.DATABASE));
                case "lists" -> Lists.measure(server);
                default -> throw new IllegalArgumentException("nobody is called " + name);
            }
        }
        if (!measured.isEmpty()) {
            System.out.println(Measurement.table(measured));
        }
    }

    private static List<Measurement> job(Contender contender, Server server, String database) throws Exception {
        try (contender) {
            Window.warmUp(contender, Integer.getInteger("warmUp", 60));
            server.settle(database);
            int[] threads = Arrays.stream(System.getProperty("threads", "1,4,8").split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            List<Measurement> measured = new ArrayList<>();
            for (int several : threads) {
                Measurement window =
                        Window.measure(contender, server, database, several, Integer.getInteger("seconds", 15));
                System.out.printf("%s, %d threads: %.1f cases/s%n", contender.name(), several, window.cases());
                measured.add(window);
            }
            return measured;
        }
    }
}

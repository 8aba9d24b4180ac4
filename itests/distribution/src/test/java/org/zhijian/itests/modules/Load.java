package org.zhijian.itests.modules;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;

/**
 * People at work in two jurisdictions, so many requests a second: they look at lists, registers and cases, file toys and decide them. Whatever is not
 * answered as it should be is kept.
 */
public final class Load implements AutoCloseable {
    private static final String MATTERS = "/api/v1/jurisdictions/";

    private final ScheduledExecutorService people;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    /** Nanoseconds of each request. */
    private final Queue<Long> took = new ConcurrentLinkedQueue<>();

    private final long begun = System.nanoTime();
    private final Toyshop town;
    private final Api maker;
    private final Api office;
    private final Api laboratory;
    private final Api bureau;

    /** @param perSecond requests a second, of all people together */
    public Load(Toyshop town, int perSecond) {
        this.town = town;
        maker = town.maker();
        office = town.server().as(town.id(), town.id() + "-office");
        laboratory = town.server().as("j1");
        bureau = town.server().as("js-prov");
        // So many people that the rate is kept even when answers take a while: each of them waits for his own.
        int groups = Math.max(2, perSecond / 12);
        List<Runnable> work =
                Collections.nCopies(
                                groups, List.<Runnable>of(this::fileAndDecide, this::readTheTown, this::readTheOther))
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        people = Executors.newScheduledThreadPool(work.size());
        // Six requests a turn, of whichever kind it is.
        long everyMicros = 6L * 1_000_000 * work.size() / perSecond;
        for (int kind = 0; kind < work.size(); kind++) {
            people.scheduleAtFixedRate(
                    guarded(work.get(kind)), kind * everyMicros / work.size(), everyMicros, TimeUnit.MICROSECONDS);
        }
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | AssertionError failed) {
                failures.add(failed.toString());
            }
        };
    }

    private Answer counted(Supplier<Answer> request) {
        long asked = System.nanoTime();
        Answer answer = request.get();
        took.add(System.nanoTime() - asked);
        if (answer.status() >= 400) {
            failures.add(answer.request() + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    private void fileAndDecide() {
        String id = counted(() -> maker.post(
                        MATTERS + town.id() + "/procedures/toy-filing/cases", Map.of("form", Map.of("name", "陀螺"))))
                .json()
                .path("id")
                .asText();
        counted(() -> maker.submit(id));
        counted(() -> office.get("/api/v1/cases/" + id));
        String task = counted(() -> office.get("/api/v1/tasks?limit=100")).items().stream()
                .filter(waiting -> waiting.path("caseId").asText().equals(id))
                .map(waiting -> waiting.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task in case " + id));
        counted(() -> office.decide(task, "APPROVE", "", Map.of()));
        counted(() -> maker.get("/api/v1/cases/" + id));
    }

    private void readTheTown() {
        counted(() -> maker.get("/api/v1/me"));
        counted(() -> maker.get(MATTERS + town.id() + "/procedures/toy-filing"));
        counted(() -> maker.get("/api/v1/cases?limit=10"));
        counted(() -> office.get("/api/v1/tasks?limit=10"));
        counted(() -> office.get(MATTERS + town.id() + "/registers/toys?limit=10"));
        counted(() ->
                town.server().nobody().get("/api/v1/public/jurisdictions/" + town.id() + "/registers/toys?limit=10"));
    }

    private void readTheOther() {
        counted(() -> laboratory.get(MATTERS + Api.JURISDICTION + "/procedures/personnel-transfer"));
        counted(() -> laboratory.get("/api/v1/cases?limit=10"));
        counted(() -> laboratory.get("/api/v1/tasks?limit=10"));
        counted(() -> bureau.get("/api/v1/cases?limit=10"));
        counted(() -> bureau.get("/api/v1/tasks?limit=10"));
        counted(() -> bureau.get("/api/v1/me"));
    }

    /** How many requests were answered so far. */
    public long requests() {
        return took.size();
    }

    /** How many were answered a second, from the beginning until now. */
    public long perSecond() {
        return requests() * 1_000_000_000 / (System.nanoTime() - begun);
    }

    /** So many of a hundred requests were answered within this time. */
    Duration percentile(int hundredths) {
        List<Long> sorted = took.stream().sorted().toList();
        return Duration.ofNanos(sorted.get((sorted.size() - 1) * hundredths / 100));
    }

    /** What was not answered as it should be. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Ends the work; what is under way is finished. */
    @Override
    public void close() {
        people.shutdown();
        try {
            if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
                failures.add("work that does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

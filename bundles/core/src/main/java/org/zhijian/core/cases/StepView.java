package org.zhijian.core.cases;

import java.util.List;

/**
 * A step as the step bar shows it.
 *
 * @param seats who takes or took it, in the present round; before it is reached the words of the definition
 */
public record StepView(String id, String title, Progress progress, List<Seat> seats) {

    /** How far a step is. */
    public enum Progress {
        AHEAD,
        WAITING,
        DONE,
        RETURNED,
        REFUSED
    }

    /** One actor of a step; {@code decision} is the title of what it decided, blank while it has not. */
    public record Seat(String name, String decision) {}

    public StepView {
        seats = List.copyOf(seats);
    }
}

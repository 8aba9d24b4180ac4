package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.zhijian.core.cases.StepView;
import org.zhijian.portal.components.Tone;

/** The chain of a case: what is done, where it waits, what lies ahead, and who takes each step. */
final class StepBar extends OrderedList {
    StepBar(List<StepView> steps) {
        addClassName("zj-steps");
        setId("steps");
        steps.forEach(step -> add(item(step)));
    }

    private static ListItem item(StepView step) {
        Span mark = new Span(mark(step.progress()));
        mark.addClassName("zj-mark");
        Span title = new Span(step.title());
        title.addClassName("zj-step-title");
        ListItem item = new ListItem(mark, title);
        item.addClassNames(Tone.of(step.progress()).style());
        item.getElement().setAttribute("data-test", "step-" + step.id());
        item.getElement().setAttribute("data-progress", step.progress().name());
        if (step.progress() == StepView.Progress.WAITING) {
            item.getElement().setAttribute("aria-current", "step");
        }
        step.seats().forEach(seat -> item.add(seat(seat)));
        return item;
    }

    private static Span seat(StepView.Seat seat) {
        Span line = new Span(seat.decision().isBlank() ? seat.name() : seat.name() + " · " + seat.decision());
        line.addClassName("zj-seat");
        return line;
    }

    private static String mark(StepView.Progress progress) {
        return switch (progress) {
            case AHEAD -> "○";
            case WAITING -> "◐";
            case DONE -> "●";
            case RETURNED -> "↩";
            case REFUSED -> "✗";
        };
    }
}

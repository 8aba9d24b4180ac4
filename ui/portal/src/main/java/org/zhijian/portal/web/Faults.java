package org.zhijian.portal.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Trace;
import org.zhijian.portal.visit.Flash;
import org.zhijian.portal.visit.Way;

/**
 * What happens when an act on a page fails. A refusal is an expected outcome: its sentence is shown. Anything else is a fault: it is logged
 * once under a number, and people see the number.
 */
public final class Faults implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @Override
    public void error(ErrorEvent event) {
        Throwable fault = event.getThrowable();
        UI ui = UI.getCurrent();
        if (hasHungUp(fault)) {
            LOG.debug("the browser has gone before it was answered", fault);
            return;
        }
        if (fault instanceof Refusal refusal) {
            show(ui, refusal);
            return;
        }
        String sentence = Trace.sentence(Trace.record(fault));
        if (ui != null) {
            Notices.problem(sentence);
        }
    }

    /** True if nobody is there any more to whom the answer could be written: a closed page is no fault. */
    static boolean hasHungUp(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof EOFException || cause instanceof ClosedChannelException);
    }

    private static void show(UI ui, Refusal refusal) {
        if (ui == null) {
            return;
        }
        if (refusal.kind() == Refusal.Kind.UNAUTHENTICATED) {
            Flash.say(refusal.getMessage());
            String path = ui.getActiveViewLocation().getFirstSegment();
            Way.to(path);
            return;
        }
        Notices.problem(refusal.getMessage());
    }
}

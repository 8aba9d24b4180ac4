package org.zhijian.portal.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.communication.ServerRpcHandler;
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
        if (isOutOfStep(fault)) {
            LOG.warn(
                    "a browser's message was lost or came twice, its page has to be opened anew: {}",
                    fault.getMessage());
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

    /**
     * True if Vaadin has no use for a message because it comes twice, or one before it never came, as over a bad line. Vaadin asks the person to
     * open the page again; there is nothing to be found in our code.
     */
    static boolean isOutOfStep(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault instanceof UnsupportedOperationException
                && trace.length > 0
                && trace[0].getClassName().equals(ServerRpcHandler.class.getName());
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

package org.zhijian.portal.components;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Sentences that come and go. */
public final class Notices {
    private static final int SHORT = 4_000;
    private static final int LONG = 9_000;

    private Notices() {}

    /** Something went well. */
    public static void done(String sentence) {
        show(sentence, SHORT, NotificationVariant.LUMO_SUCCESS).getElement().setAttribute("data-test", "notice");
    }

    /** Something was refused or went wrong. */
    public static void problem(String sentence) {
        show(sentence, LONG, NotificationVariant.LUMO_ERROR).getElement().setAttribute("data-test", "problem");
    }

    private static Notification show(String sentence, int millis, NotificationVariant variant) {
        Notification notification = Notification.show(sentence, millis, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(variant);
        if (variant == NotificationVariant.LUMO_ERROR) {
            notification.setAssertive(true);
        }
        return notification;
    }
}

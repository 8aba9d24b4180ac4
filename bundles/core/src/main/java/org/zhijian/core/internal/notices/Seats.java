package org.zhijian.core.internal.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.directory.Office;
import org.zhijian.core.access.Caller;

/** Where messages are read: an office's, an organisation's or a person's desk, one account's, or the operators'. Pure functions. */
public final class Seats {
    /** Whoever operates the system. */
    public static final String OPERATORS = "OPERATOR:";

    private Seats() {}

    public static String of(Assignee assignee) {
        return assignee.kind().name() + ":" + assignee.id();
    }

    public static String ofAccount(String accountId) {
        return "ACCOUNT:" + accountId;
    }

    /** Those who answer for what comes and goes: the operators, and the offices that oversee the jurisdiction. */
    public static List<String> ofWardens(Optional<Descriptor> jurisdiction) {
        List<String> seats = new ArrayList<>(List.of(OPERATORS));
        jurisdiction.stream()
                .flatMap(descriptor -> descriptor.offices().stream())
                .filter(Office::oversees)
                .forEach(office -> seats.add(of(Assignee.office(office.id()))));
        return seats;
    }

    /** All seats whose messages the caller reads. */
    public static List<String> of(Caller caller) {
        List<String> seats = new ArrayList<>();
        caller.seats().forEach(seat -> seats.add(of(seat)));
        seats.add(ofAccount(caller.accountId()));
        if (caller.kind() == Caller.Kind.OPERATOR) {
            seats.add(OPERATORS);
        }
        return seats;
    }
}

package org.zhijian.core.administration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/**
 * The accounts of a region. An office that oversees its jurisdiction administers it; the operator administers all of them. Everybody else of the
 * jurisdiction is refused with 403, and all others with 404, as is every id of another region. Each act is an event in the account's log.
 * Thread-safe.
 */
@ProviderType
public interface Administration {

    /** What may become of an account. */
    enum Status implements org.zhijian.api.Titled {
        ACTIVE("正常"),
        DISABLED("已停用"),
        /** Too many wrong passwords; it ends by itself. */
        LOCKED("登录锁定");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** An office, and how many active accounts it has. */
    record OfficeLine(String id, String name, String level, int members) {}

    /**
     * An account.
     *
     * @param name of its organisation, person or member
     * @param organisationId blank if it is none's
     * @param organisationType title of the type it serves, blank for all
     * @param offices names of the offices it belongs to
     * @param officeIds their ids, in the same order
     * @param mobile masked
     * @param usbKey serial of its lock, blank if it has none
     * @param must true if it has to change its password before anything else
     */
    record AccountLine(
            String id,
            String loginName,
            Caller.Kind kind,
            String name,
            String organisationId,
            String organisationType,
            List<String> offices,
            List<String> officeIds,
            String mobile,
            String usbKey,
            Status status,
            boolean must,
            Instant createdAt) {}

    /**
     * Which accounts are asked for.
     *
     * @param kind empty for all
     * @param office id of an office, blank for all
     * @param text part of the login name or of a name; blank for any
     */
    record Query(Optional<Caller.Kind> kind, String office, String text, String cursor, int limit) {
        public Query {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(office);
            Objects.requireNonNull(text);
            Objects.requireNonNull(cursor);
        }
    }

    /**
     * An account to be opened: of an organisation that is known here, or of a member of offices.
     *
     * @param name of the member; not used for an organisation
     * @param organisationId blank for a member of offices
     * @param offices ids, empty for an organisation
     */
    record NewAccount(String loginName, String name, String organisationId, Set<String> offices, String mobile) {
        public NewAccount {
            loginName = loginName.strip();
            name = name.strip();
            mobile = mobile.strip();
            offices = Set.copyOf(offices);
        }
    }

    /**
     * An account whose password was made up.
     *
     * @param initialPassword shown this once; blank if it was sent to the account's mobile number, or this call only repeats one that was
     *     carried out before
     */
    record Issued(AccountLine account, String initialPassword) {}

    boolean administers(Caller caller, String jurisdiction);

    /** The offices of the jurisdiction, as it declares them. */
    List<OfficeLine> offices(Caller caller, String jurisdiction);

    /** Accounts by login name. */
    Page<AccountLine> accounts(Caller caller, String jurisdiction, Query query);

    AccountLine account(Caller caller, String jurisdiction, String id);

    Issued open(Caller caller, Once once, String jurisdiction, NewAccount account);

    /** Nobody signs in with it any more, and its sessions end. @throws org.zhijian.core.access.Refusal 409 for one's own */
    AccountLine disable(Caller caller, Once once, String jurisdiction, String id, String reason);

    AccountLine enable(Caller caller, Once once, String jurisdiction, String id);

    /** Ends the lock that wrong passwords have brought. */
    AccountLine unlock(Caller caller, Once once, String jurisdiction, String id);

    /**
     * Gives it a password, as the region's policy for forgotten ones says, that must be changed at the next sign-in, and ends its sessions.
     *
     * @throws org.zhijian.core.access.Refusal 409 if the password would have to be sent and there is no number
     */
    Issued resetPassword(Caller caller, Once once, String jurisdiction, String id);

    /** Makes a member of offices one of exactly these. @throws org.zhijian.core.access.Refusal 409 for one's own */
    AccountLine assign(Caller caller, Once once, String jurisdiction, String id, Set<String> offices);
}

package org.zhijian.core.identity;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.Titled;
import org.zhijian.core.access.Caller;

/**
 * Signing in by a code that one device shows and another scans, on which a natural person has signed in and chooses a role (AUTH-03).
 * Thread-safe.
 */
@ProviderType
public interface QrSignIn {

    /** How far it has come. */
    enum State implements Titled {
        PENDING("等待扫码"),
        SCANNED("已扫码，请在手机上确认"),
        CONFIRMED("已确认"),
        USED("已登录"),
        CANCELLED("已取消"),
        EXPIRED("二维码已过期");

        private final String title;

        State(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * A code to be shown.
     *
     * @param id what the picture holds
     * @param secret what the session alone knows that shows it
     */
    record Started(String id, String secret, Duration expiresIn) {}

    /** @param ticket what opens the session, once and within half a minute; blank unless confirmed and asked by who shows the code */
    record Progress(State state, String ticket) {}

    /**
     * An account of the person who has scanned.
     *
     * @param selectable false while its registration is being reviewed
     * @param note why not, blank if it may be chosen
     * @param preselected true if it is the only one
     */
    record Role(
            String accountId,
            String loginName,
            String displayName,
            boolean selectable,
            String note,
            boolean preselected) {}

    /** Begins at a portal. */
    Started start(String portal);

    /** @throws org.zhijian.core.access.Refusal 404 if there is none */
    Progress progress(String id, String secret);

    /**
     * A natural person has scanned the code. The same person may scan again.
     *
     * @throws org.zhijian.core.access.Refusal 409 if it has expired, or another has scanned it
     */
    List<Role> scan(Caller caller, String id);

    /**
     * The person who has scanned chooses.
     *
     * @throws org.zhijian.core.access.Refusal 403 for an account that is not this person's, 409 if confirmed before or under review
     */
    void confirm(Caller caller, String id, String accountId);

    /** The person who has scanned does not want to. */
    void cancel(Caller caller, String id);

    /** Opens the session of the chosen account. @throws org.zhijian.core.access.Refusal 401 for a wrong, used or old ticket */
    Session redeem(String id, String ticket, String address);
}

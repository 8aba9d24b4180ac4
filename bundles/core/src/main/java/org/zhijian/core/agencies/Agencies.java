package org.zhijian.core.agencies;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.Titled;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/**
 * The systems of other agencies (接入单位): the operator opens their accounts, and those who administer a region say what they may there. Each act
 * is an audit event. Thread-safe.
 */
@ProviderType
public interface Agencies {

    /** What a system may do. */
    enum Right implements Titled {
        /** Follow changes; the object is a kind of change, or an asterisk for all. */
        FEED("订阅变更"),
        /** Read a register. */
        REGISTER("查询台账"),
        /** Push messages into a channel. */
        INTAKE("报送数据");

        private final String title;

        Right(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * A system may do this.
     *
     * @param jurisdiction where; an asterisk for everywhere
     * @param object id of the register or channel, or the kind of change
     */
    record Grant(String clientId, String jurisdiction, Right right, String object, Instant grantedAt) {}

    /** A system's account. @param active false while it may not sign in */
    record Client(String clientId, String name, boolean active, List<Grant> grants) {
        public Client {
            grants = List.copyOf(grants);
        }
    }

    /** An account with its secret, which is shown this once; blank where the same call was made before. */
    record Opened(Client client, String secret) {}

    /** All accounts, by client id; for the operator. */
    List<Client> clients(Caller caller);

    /**
     * Opens an account; for the operator.
     *
     * @param clientId small letters, digits and hyphens, from 3 to 40
     * @throws org.zhijian.core.access.Refusal 422 if the id is taken or wrong, or there is no name
     */
    Opened open(Caller caller, Once once, String clientId, String name);

    /** Makes up a new secret and ends all sessions; for the operator. */
    Opened renewSecret(Caller caller, Once once, String clientId);

    /** Lets a system sign in or not; for the operator. Whoever may not is signed out. */
    Client activate(Caller caller, Once once, String clientId, boolean active);

    /** What systems may in a region, by client and object; for those who administer it. */
    List<Grant> grants(Caller caller, String jurisdiction);

    /** Lets a system do this; nothing changes if it may already. @throws org.zhijian.core.access.Refusal 404 for a client or object unknown here */
    void grant(Caller caller, Once once, String jurisdiction, String clientId, Right right, String object);

    /** Lets a system no longer do this; nothing changes if it may not. */
    void revoke(Caller caller, Once once, String jurisdiction, String clientId, Right right, String object);
}

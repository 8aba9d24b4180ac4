package org.zhijian.core.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/**
 * Changes of the mobile number that dynamic passwords go to (AUTH-08): the owner proves the old number, then the new one; where the region
 * wants it, an office approves. Until a change takes effect the old number stays. Numbers leave masked. Thread-safe.
 */
@ProviderType
public interface MobileChanges {

    /**
     * How the caller's number stands.
     *
     * @param mobile masked; blank if there is none
     * @param mode when a change takes effect
     * @param pending the new number, masked, that waits for an office
     */
    record Standing(String mobile, MobileChange mode, Optional<String> pending) {}

    /** A change that waits for an office. */
    record Waiting(
            String id,
            String accountId,
            String loginName,
            String displayName,
            String oldMobile,
            String newMobile,
            Instant requestedAt) {}

    Standing standing(Caller caller);

    /** First step: sends a code to the old number. @throws org.zhijian.core.access.Refusal 409 {@code CHANGE_PENDING} */
    void sendOldCode(Caller caller);

    /** Proves the old number. @return what the second step has to show, good for ten minutes; 422 for a wrong code */
    String prove(Caller caller, String code);

    /** Second step: sends a code to the new number. @throws org.zhijian.core.access.Refusal 422 for a number that cannot be */
    void sendNewCode(Caller caller, String proof, String newMobile);

    /** Proves the new number and changes. @return true if it has taken effect, false if it waits for an office */
    boolean change(Caller caller, String proof, String newMobile, String code);

    /** What waits in a region, the oldest first. @throws org.zhijian.core.access.Refusal 403 or 404 unless the caller administers it */
    List<Waiting> waiting(Caller caller, String jurisdiction);

    /** Who administers the region decides. @param opinion why, needed for a return */
    void decide(Caller caller, Once once, String jurisdiction, String id, boolean approved, String opinion);
}

package org.zhijian.core.identity;

import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;

/**
 * The numbers and locks that accounts sign in with, for those who administer the region (AUTH-04, AUTH-08). Others of the region are refused with
 * 403, everybody else with 404. Thread-safe.
 */
@ProviderType
public interface SignInMeans {

    /**
     * An account and what it has.
     *
     * @param mobile masked, blank if there is none
     * @param usbKey serial of its lock, blank if it has none
     */
    record Line(String id, String loginName, String displayName, String mobile, String usbKey) {}

    /** True if this is not refused. */
    boolean administers(Caller caller, String jurisdiction);

    /** Accounts by login name. @param text what login name or name contain */
    Page<Line> list(Caller caller, String jurisdiction, String text, String cursor, int limit);

    /** Changes a number at the window. @param proof what was shown there, must not be blank */
    void changeMobile(Caller caller, Once once, String jurisdiction, String accountId, String mobile, String proof);

    /** Binds a lock. @throws org.zhijian.core.access.Refusal 409 if it belongs to another account, or the account has another */
    void bindUsbKey(Caller caller, Once once, String jurisdiction, String accountId, String serial);

    /** Unbinds the lock that was reported lost: nobody signs in by it any more, and the account may sign in by dynamic password. */
    void unbindUsbKey(Caller caller, Once once, String jurisdiction, String accountId);
}

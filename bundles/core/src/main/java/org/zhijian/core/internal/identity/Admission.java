package org.zhijian.core.internal.identity;

import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;

/** Who may call at all, before any policy of a service is asked. */
public final class Admission {
    private Admission() {}

    /**
     * Lets accounts pass that are ready to act.
     *
     * @throws Refusal 401 for nobody, 403 {@code MUST_CHANGE_PASSWORD} for an account that has to change its password first (AUTH-05)
     */
    public static void require(Caller caller) {
        requireSignedIn(caller);
        if (caller.mustChangePassword()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "MUST_CHANGE_PASSWORD", "请先修改密码");
        }
    }

    /** Lets every account pass. @throws Refusal 401 for nobody */
    public static void requireSignedIn(Caller caller) {
        if (!caller.isSignedIn()) {
            throw Refusal.unauthenticated("请先登录");
        }
    }
}

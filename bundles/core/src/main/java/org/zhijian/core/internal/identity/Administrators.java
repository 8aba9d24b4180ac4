package org.zhijian.core.internal.identity;

import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.administration.Administration;

/** Lets those pass who administer a region's accounts. */
final class Administrators {
    private Administrators() {}

    /** @throws Refusal 403 for others of the region, 404 for everybody else */
    static void require(Administration administration, Caller caller, String jurisdiction) {
        Admission.require(caller);
        if (administration.administers(caller, jurisdiction)) {
            return;
        }
        throw caller.jurisdiction().equals(jurisdiction) ? Refusal.forbidden("您的账号不能管理其他账号") : Refusal.notFound();
    }
}

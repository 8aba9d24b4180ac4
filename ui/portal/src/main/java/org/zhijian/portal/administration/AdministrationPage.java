package org.zhijian.portal.administration;

import com.vaadin.flow.router.BeforeEnterEvent;
import org.zhijian.core.access.Caller;
import org.zhijian.portal.page.DeskPage;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A page for the offices that administer the region, and for the operator. */
abstract class AdministrationPage extends DeskPage {
    AdministrationPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean admit(Visit next, BeforeEnterEvent event) {
        Caller caller = next.caller();
        boolean operator = caller.kind() == Caller.Kind.OPERATOR && !caller.mustChangePassword();
        return operator || super.admit(next, event);
    }
}

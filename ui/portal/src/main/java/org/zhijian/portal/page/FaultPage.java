package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Trace;

/** A page failed to open: a sentence with the number under which the fault is logged. */
public final class FaultPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final String TITLE = "系统出现问题";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        addClassNames("zj-page", "zj-alone");
        String trace = Trace.record(parameter.getCaughtException());
        add(new H1(TITLE), Sentence.notice(Trace.sentence(trace)), new Link("", "返回首页"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return TITLE;
    }
}

package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Sentence;

/** The core refuses what a page needs. */
public final class RefusedPage extends Div implements HasErrorParameter<Refusal>, HasDynamicTitle {
    private static final String TITLE = "暂时无法打开";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
        addClassNames("zj-page", "zj-alone");
        add(new H1(TITLE), Sentence.notice(parameter.getException().getMessage()), new Link("", "返回首页"));
        return parameter.getException().kind().status();
    }

    @Override
    public String getPageTitle() {
        return TITLE;
    }
}

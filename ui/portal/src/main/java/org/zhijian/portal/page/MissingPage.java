package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Sentence;

/** There is no page at this address. */
public final class MissingPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    private static final String TITLE = "没有这个页面";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassNames("zj-page", "zj-alone");
        add(new H1(TITLE), Sentence.notice("请检查地址，或从首页重新进入。"), new Link("", "返回首页"));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return TITLE;
    }
}

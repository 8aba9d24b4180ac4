package org.zhijian.portal.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.documents.Documents.Verification;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Way;

/** Verification of a printed document: where its QR code leads, and where its code can be typed. */
public final class VerifyPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String TITLE = "文件核验";

    private final transient Platform platform;

    public VerifyPage(Platform platform) {
        this.platform = platform;
        addClassName("zj-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String code = event.getRouteParameters().get("code").orElse("");
        add(new H1(TITLE), new Panel("", entry(code)));
        if (!code.isBlank()) {
            add(result(code));
        }
    }

    private static Div entry(String code) {
        TextField field = new TextField("核验码");
        field.setId("code");
        field.setValue(code);
        field.setWidth("22em");
        field.setHelperText("印在文件二维码下方，字母不分大小写，连字符可省略");
        Button check = new Button("核验", event -> go(field.getValue()));
        check.setId("verify");
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.addClickShortcut(Key.ENTER);
        Div row = new Div(field, check);
        row.addClassName("zj-buttons");
        return row;
    }

    private static void go(String typed) {
        String code = typed.replaceAll("[^0-9A-Za-z-]", "");
        if (!code.isBlank()) {
            Way.to("verify/" + code);
        }
    }

    private Panel result(String code) {
        try {
            return found(platform.documents().verify(code));
        } catch (Refusal unknown) {
            Panel panel = new Panel("");
            panel.add(Sentence.notice(unknown.getMessage()));
            return panel.test("verification");
        }
    }

    private static Panel found(Verification found) {
        boolean current = found.state() == Documents.State.CURRENT;
        Chip state = new Chip(found.state().title(), current ? Tone.GREEN : Tone.ORANGE);
        state.setId("verification-state");
        Descriptions lines = new Descriptions()
                .item("文件", found.title())
                .item("编号", found.number())
                .item("签发系统", found.house())
                .item("打印时间", Formats.minute(found.issuedAt()));
        found.items().forEach(line -> lines.item(line.label(), line.value()));
        Panel panel = new Panel("核验结果", state, lines);
        panel.add(Sentence.hint("个人信息已隐去部分内容"));
        return panel.test("verification");
    }

    @Override
    public String getPageTitle() {
        return TITLE + " - " + Texts.HOUSE;
    }
}

package org.zhijian.portal.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.List;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.LoginNames.Found;
import org.zhijian.core.identity.LoginNames.Question;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.signin.CaptchaField;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Visitor;

/** 找回登录名, where the region offers it. */
public final class LoginNamesPage extends RegionPage {
    private final Div result = new Div();

    public LoginNamesPage(Platform platform) {
        super(platform);
    }

    @Override
    protected boolean admit(Visit next, BeforeEnterEvent event) {
        boolean offered = next.region()
                .filter(region -> region.portal().signIn().forgotten().findsLoginName())
                .isPresent();
        if (!offered) {
            event.forwardTo(next.regionId());
        }
        return offered && super.admit(next, event);
    }

    @Override
    protected void show(Visit visit) {
        TextField name = field("orgName", "单位名称", "与营业执照一致");
        TextField code = field("orgCode", "统一社会信用代码或组织机构代码", "");
        TextField number = field("registrantIdNo", "注册人身份证号", "填写正确的，显示完整的手机号码；不填写的，隐去部分数字");
        CaptchaField captcha = new CaptchaField(platform());
        captcha.setVisible(visit.region()
                .filter(region -> region.portal().signIn().captcha())
                .isPresent());
        Sentence problem = Sentence.problem("");
        problem.setId("problem");
        problem.setVisible(false);
        ActButton find = new ActButton("查询", "find-login-names", once -> {
                    problem.setVisible(false);
                    try {
                        show(platform()
                                .loginNames()
                                .find(
                                        new Question(
                                                visit.regionId(),
                                                name.getValue(),
                                                code.getValue(),
                                                number.getValue(),
                                                captcha.answer()),
                                        Visitor.address()));
                    } catch (Refusal refusal) {
                        result.removeAll();
                        problem.setText(
                                refusal.violations().isEmpty()
                                        ? refusal.getMessage()
                                        : refusal.violations().get(0).message());
                        problem.setVisible(true);
                    }
                    captcha.renew();
                })
                .primary();
        find.addClickShortcut(Key.ENTER).listenOn(name, code, number, captcha.field());
        Div form = new Div(problem, name, code, number, captcha, find);
        form.addClassName("zj-sign-in");
        form.addClassName("zj-narrow");
        result.setId("login-names");
        add(heading("找回登录名"), new Panel("", form), result);
    }

    private static TextField field(String id, String label, String hint) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setWidthFull();
        field.setHelperText(hint);
        return field;
    }

    private void show(List<Found> found) {
        result.removeAll();
        Table table = new Table("单位类型", "登录名", "手机号码");
        found.forEach(login -> table.row(
                login.organisationType().isBlank() ? "全部" : login.organisationType(),
                login.loginName(),
                login.mobile()));
        result.add(new Panel("查询结果", table, new Link(visit().regionId(), "返回登录").test("back")));
    }
}

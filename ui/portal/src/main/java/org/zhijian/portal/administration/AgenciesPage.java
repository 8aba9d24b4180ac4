package org.zhijian.portal.administration;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.register.Register;
import org.zhijian.core.agencies.Agencies.Grant;
import org.zhijian.core.agencies.Agencies.Right;
import org.zhijian.core.events.Events;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 接入单位: what other agencies' systems may in the region. */
public final class AgenciesPage extends AdministrationPage {
    public AgenciesPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        Table table = new Table("接入标识", "权限", "内容", "授权时间", "").test("grants");
        for (Grant grant : platform().agencies().grants(visit.caller(), visit.regionId())) {
            ActButton revoke = new ActButton(
                    "取消授权", "revoke-" + grant.clientId() + "-" + grant.right() + "-" + grant.object(), once -> {
                        platform()
                                .agencies()
                                .revoke(
                                        visit.caller(),
                                        once,
                                        visit.regionId(),
                                        grant.clientId(),
                                        grant.right(),
                                        grant.object());
                        open();
                    });
            table.row(
                    grant.clientId(),
                    grant.right().title(),
                    title(visit.region(), grant.right(), grant.object()),
                    grant.grantedAt().toEpochMilli() == 0 ? "" : Formats.minute(grant.grantedAt()),
                    new Div(revoke.quiet()));
        }
        Div buttons = new Div(
                new ActButton("新增授权", "new-grant", once -> new GrantDialog(visit, this::open).open()).primary());
        buttons.addClassName("zj-buttons");
        add(
                heading("接入单位"),
                new Panel(
                        "",
                        Sentence.hint("接入单位的系统凭接入标识和密钥登录，由系统管理员开通；在本辖区可以做什么，在这里授权。授权和取消均记入审计日志。"),
                        table.orElse("尚未授权任何接入单位"),
                        buttons));
    }

    /** What is allowed, in words. */
    static String title(Optional<Descriptor> region, Right right, String object) {
        return switch (right) {
            case FEED ->
                object.equals(Events.ALL) ? "全部变更" : Events.Kind.valueOf(object).title();
            case REGISTER ->
                region.flatMap(found -> found.register(object))
                        .map(Register::title)
                        .orElse(object);
            case INTAKE ->
                region.flatMap(found -> found.intake(object)).map(Intake::title).orElse(object);
        };
    }
}

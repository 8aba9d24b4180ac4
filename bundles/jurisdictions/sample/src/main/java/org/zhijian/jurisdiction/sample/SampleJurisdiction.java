package org.zhijian.jurisdiction.sample;

import org.osgi.service.component.annotations.Component;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.Menu;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.Portal;
import org.zhijian.api.signin.Forgotten;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;

/** The one service of this module: everything else hangs off its descriptor. */
@Component
public final class SampleJurisdiction implements Jurisdiction {

    @Override
    public Descriptor descriptor() {
        return Descriptor.jurisdiction("sample", "示例市业务办理平台")
                .numbered("SA")
                .portal(Portal.named("示例市业务办理平台")
                        .accent("#8a4b08")
                        .welcome("示例市集贸市场的摊位登记和摊主证办理。示例市是虚构的城市。")
                        .contacts(new Portal.Contact("东区、西区窗口", "工作日 9:00–17:00"))
                        .signIn(signIn()))
                .offices(Offices.all())
                .organisationTypes(
                        new OrganisationType(StallPermit.TRADER, "经营户"),
                        new OrganisationType(StallPermit.MARKET, "市场主办单位"))
                .registrations(Registrations.ofTraders(), Registrations.ofMarkets())
                .procedures(StallPermit.procedure(), VendorCard.procedure())
                .registers(Stall.STALLS, Card.CARDS)
                .intakes(MarketCheck.channel())
                .menu(
                        Menu.group(
                                "摊位管理",
                                Menu.matter("登记新摊位", StallPermit.ID, "添加摊位"),
                                Menu.records("食品摊位", Stall.STALLS.id()).where("category", Category.FOOD.name())),
                        Menu.group("审核", Menu.review("摊位登记审核", StallPermit.ID)))
                .build();
    }

    /** Every way in that there is, so that tests and guide have them without leaning on a real region. */
    private static SignInPolicy signIn() {
        return SignInPolicy.PASSWORDS
                .parties(SignInMethod.values())
                .reviewers(SignInMethod.PASSWORD, SignInMethod.SMS)
                .forgotten(Forgotten.says("请携带营业执照到任一窗口重置密码").sending().findingLoginNames())
                .mobileChange(MobileChange.AFTER_APPROVAL);
    }

    @Override
    public Demonstration demonstration() {
        return Cast.demonstration();
    }
}

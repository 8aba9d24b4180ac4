package org.zhijian.jurisdiction.national;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.Portal;
import org.zhijian.api.signin.Forgotten;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;

/** 注册监理工程师管理系统: who may practise as a supervising engineer in this country, and where. */
@Component
public final class NationalSupervisor implements Jurisdiction {

    /** What an installation may decide otherwise, in {@code org.zhijian.jurisdiction.national.NationalSupervisor.cfg}. */
    @interface Configuration {
        /** Age beyond which nobody is registered; 0 for no limit. */
        int maxAge() default 65;

        /** True if the province looks at a registration before the centre does. */
        boolean withProvince() default false;
    }

    private final Settings settings;

    @Activate
    public NationalSupervisor(Configuration configuration) {
        this(new Settings(configuration.maxAge(), configuration.withProvince()));
    }

    NationalSupervisor(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.jurisdiction("national-supervisor", "注册监理工程师管理")
                .numbered("NS")
                .region("000000")
                .portal(portal())
                .offices(Offices.all())
                .organisationTypes(new OrganisationType(Parties.EMPLOYER, "聘用单位").changedBy(ImportantInformation.ID))
                .registrations(EnterpriseRegistration.registration(), PersonRegistration.registration())
                .procedures(
                        InitialRegistration.procedure(settings),
                        RenewalRegistration.procedure(settings),
                        ChangeRegistration.procedure(settings),
                        CancellationRegistration.procedure(settings),
                        ReplacementOfCertificate.procedure(settings),
                        ForcedCancellation.procedure(),
                        CancellationObjection.procedure(),
                        BasicInformation.procedure(),
                        ImportantInformation.procedure(),
                        PasswordReset.procedure())
                .registers(
                        Report.REPORTS,
                        Registration.REGISTRATIONS,
                        PracticeCertificate.CERTIFICATES,
                        RegistrationEntry.ENTRIES,
                        ForcedCase.CASES,
                        Engineer.ENGINEERS,
                        Enterprise.ENTERPRISES,
                        Penalty.PENALTIES,
                        LegacyFirm.FIRMS)
                .dictionaries(Specialties.SPECIALTIES)
                .channels(RegistrationEvent.EVENTS)
                .intakes(Penalty.INTAKE, LegacyFirm.INTAKE)
                .answers(Registration.VALID_TODAY)
                .menu(Menus.all())
                .build();
    }

    private static Portal portal() {
        return Portal.named("注册监理工程师管理系统")
                .accent("#7a1f1f")
                .welcome("“互联网+ 建设执业”：个人申请、企业上报、部级审核审批全过程网上办理，无需提交纸质材料。企业用统一社会信用代码登录。")
                .contacts(
                        new Portal.Contact("技术支持", "0531-66680788、66680789、66680792"),
                        new Portal.Contact("业务咨询", "010-68362887、68313292"),
                        new Portal.Contact("使用环境", "Chrome、Firefox、360 等浏览器，分辨率 1024×768 以上"))
                .signIn(SignInPolicy.PASSWORDS
                        .people(SignInMethod.PASSWORD, SignInMethod.SERVICE_PLATFORM)
                        .forgotten(Forgotten.says("请联系省级注册主管部门重置密码！").sending()));
    }

    @Override
    public Demonstration demonstration() {
        return Cast.demonstration();
    }
}

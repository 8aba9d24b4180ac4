package org.zhijian.jurisdiction.jiangsu;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.Portal;

/** 江苏省建设工程质量监督检测管理信息系统: testing organisations, their staff and the staff's certificates. */
@Component(configurationPid = "org.zhijian.jurisdiction.jiangsu-testing")
public final class JiangsuTesting implements Jurisdiction {
    private final FilingReview filingReview;

    /** What the installation may set. */
    @interface Settings {
        /** Who looks at filings: {@code NONE}, {@code PROV} or {@code CITY_PROV}. */
        String filingReview() default "PROV";
    }

    @Activate
    public JiangsuTesting(Settings settings) {
        this(FilingReview.valueOf(settings.filingReview()));
    }

    JiangsuTesting(FilingReview filingReview) {
        this.filingReview = filingReview;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.jurisdiction("jiangsu-testing", "江苏省检测机构及人员信用管理")
                .numbered("JS")
                .region("320000")
                .portal(portal())
                .offices(Offices.all())
                .organisationTypes(new OrganisationType(Parties.TESTING_ORG, "检测机构").changedBy(OrganisationFiling.ID))
                .registrations(OrganisationAccount.registration())
                .procedures(
                        PersonnelTransfer.procedure(),
                        CertificateReplacement.procedure(),
                        CertificateCancellation.procedure(),
                        StaffFiling.procedure(filingReview),
                        OrganisationFiling.procedure(filingReview),
                        CapabilityAddition.procedure(),
                        CapabilityRemoval.procedure(),
                        FaxReceipt.procedure(),
                        CertificateClaim.procedure(),
                        OrganisationClosing.procedure(),
                        ConductReport.procedure(),
                        NoticeWithdrawal.procedure())
                .registers(
                        TestingOrganisation.ORGANISATIONS,
                        StaffMember.STAFF,
                        Certificate.CERTIFICATES,
                        Capability.CAPABILITIES,
                        CertificateMatter.MATTERS,
                        PrintJob.PRINT_JOBS,
                        CreditFile.CREDIT_FILES,
                        PublicNotice.NOTICES,
                        InsuranceCheck.CHECKS)
                .dictionaries(StaffFiling.TITLE_LEVELS)
                .channels(PrintOrder.PRINTING, Waybill.POST, InsuranceQuery.SOCIAL_INSURANCE)
                .intakes(WaybillNews.channel())
                .answers(Certificate.IN_USE)
                .menu(Menus.all())
                .build();
    }

    private static Portal portal() {
        return Portal.named("江苏省建设工程质量监督检测管理信息系统")
                .accent("#0b6e6e")
                .welcome("检测机构及人员信用管理：人员变更、补证、注销，人员和机构信息备案，检测能力登记。请使用原先的帐号和密码登录。")
                .contacts(
                        new Portal.Contact("新机构开户、密码重置", "江苏省建设工程质量监督总站"),
                        new Portal.Contact("书面资料原件、证书领取", "所在地省辖市建设行政主管部门"))
                .forgotten("若帐号密码遗忘，可联系省质监总站");
    }

    @Override
    public Demonstration demonstration() {
        return Cast.demonstration();
    }
}

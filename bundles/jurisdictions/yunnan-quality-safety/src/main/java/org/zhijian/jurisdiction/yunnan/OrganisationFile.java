package org.zhijian.jurisdiction.yunnan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Registers;

/** 企业基本信息: what an organisation says of itself. */
record OrganisationFile(
        @Column(value = "统一社会信用代码", key = true, open = true) String uscc,
        @Column(value = "企业名称", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "注册地址", open = true) String registeredAddress,
        @Column("办公地址") String officeAddress,
        @Column(value = "行政区划", index = true) String regionCode,
        @Column(value = "法定代表人", open = true) String legalRepName,
        @Column("成立日期") Optional<LocalDate> establishedOn,
        @Column("注册资本（万元）") Optional<BigDecimal> registeredCapital,
        @Column("经济类型") String economicType,
        @Column(value = "资质", open = true) String qualifications,
        @Column("联系人") String contact,
        @Column(value = "手机号码", mask = Mask.MOBILE) String mobile,
        @Column("电话") String phone,
        @Column("电子邮箱") String email) {

    static final Register<OrganisationFile> FILES = Register.register("organisations", "企业基本信息", OrganisationFile.class)
            .openToPublic()
            .act("change", "维护", OrganisationInformation.ID, file -> true, OrganisationInformation::of);

    static Optional<OrganisationFile> of(Registers registers, String organisation) {
        return registers.of(FILES).where("organisation", organisation).stream().findFirst();
    }

    /** The file of an organisation of which no more is known than its registration said. */
    static OrganisationFile opened(Organisation organisation) {
        return new OrganisationFile(
                organisation.uscc(),
                organisation.id(),
                "",
                "",
                organisation.regionCode(),
                organisation.legalRepresentative(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                organisation.contactName(),
                organisation.contactMobile(),
                "",
                "");
    }
}

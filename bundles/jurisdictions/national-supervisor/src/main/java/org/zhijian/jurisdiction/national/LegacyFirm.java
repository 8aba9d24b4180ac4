package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.api.registration.OldAccount;

/**
 * 旧系统企业 (LegacyOrg): a firm that was authenticated in the old system, by password or by lock. Its secrets are the platform's, and not here.
 *
 * @param oldCode what the old system called it by; may be blank
 */
record LegacyFirm(
        @Column(value = "统一社会信用代码", key = true) String uscc,
        @Column(value = "企业名称", index = true) String orgName,
        @Column(value = "旧系统编号", index = true) String oldCode,
        @Column("工商注册所在地代码") String regionCode,
        @Column("注册地址") String address,
        @Column("法定代表人") String legalRepName,
        @Column("成立日期") Optional<LocalDate> established,
        @Column("有登录密码") boolean password,
        @Column("有身份锁") boolean lock,
        @Column(value = "导入日期", index = true) LocalDate importedOn) {

    static final Register<LegacyFirm> FIRMS =
            Register.register("legacy-firms", "旧系统企业", LegacyFirm.class).named(LegacyFirm::orgName);

    /** NS-I5. One message for each firm; what is wrong with one waits in quarantine and holds up no other. */
    static final Intake INTAKE = Intake.channel(
                    "legacy-orgs",
                    "旧系统企业导入",
                    Form.of(
                            Fields.uscc("uscc", "统一社会信用代码").required(),
                            text("name", "企业名称", 100).required(),
                            text("oldCode", "旧系统编号", 40),
                            region("regionCode", "工商注册所在地", ""),
                            text("address", "注册地址", 200),
                            text("legalRepName", "法定代表人", 50),
                            pastDate("established", "成立日期"),
                            text("passwordHash", "登录密码散列", 300),
                            text("lockSerial", "身份锁序列号", 60)),
                    "uscc")
            .rules(LegacyFirm::canBeCompared, LegacyFirm::isNotRegistered)
            .then(LegacyFirm::keep);

    private static List<Finding> canBeCompared(IntakeFacts facts) {
        String hash = facts.message().text("passwordHash");
        return hash.isEmpty() || OldAccount.isHash(hash)
                ? Finding.none()
                : List.of(Finding.error("NS-I5", "passwordHash", "登录密码散列的格式不能识别"));
    }

    private static List<Finding> isNotRegistered(IntakeFacts facts) {
        boolean registered =
                facts
                        .registers()
                        .of(Enterprise.ENTERPRISES)
                        .where("uscc", facts.message().text("uscc"))
                        .stream()
                        .anyMatch(Enterprise::isAuthenticated);
        return registered ? List.of(Finding.error("NS-I5", "uscc", "该企业已注册")) : Finding.none();
    }

    private static void keep(IntakeFacts facts, Changes changes) {
        FormData message = facts.message();
        Optional<String> hash = Optional.of(message.text("passwordHash")).filter(text -> !text.isEmpty());
        Optional<String> serial = Optional.of(message.text("lockSerial")).filter(text -> !text.isEmpty());
        String code = Uscc.normalise(message.text("uscc"));
        changes.keep(new OldAccount(code, hash, serial));
        changes.of(FIRMS)
                .save(new LegacyFirm(
                        code,
                        message.text("name"),
                        message.text("oldCode"),
                        message.text("regionCode"),
                        message.text("address"),
                        message.text("legalRepName"),
                        message.day("established"),
                        hash.isPresent(),
                        serial.isPresent(),
                        facts.today()));
    }

    /** 企业查询 by code or else by whole name: what the licence says, and nothing of people. */
    static Optional<FormData> lookUp(CaseFacts facts) {
        String code = Uscc.normalise(facts.form().text("uscc"));
        String name = facts.form().text("orgName");
        Optional<LegacyFirm> found = code.isEmpty()
                ? facts.registers().of(FIRMS).where("orgName", name).stream().findFirst()
                : facts.registers().of(FIRMS).find(code);
        return found.map(LegacyFirm::asForm);
    }

    private FormData asForm() {
        return FormData.EMPTY
                .with("uscc", uscc)
                .with("orgName", orgName)
                .with("regionCode", blankAsNone(regionCode))
                .with("address", blankAsNone(address))
                .with("legalRepName", blankAsNone(legalRepName))
                .with("established", established.map(LocalDate::toString).orElse(null));
    }

    private static String blankAsNone(String text) {
        return text.isEmpty() ? null : text;
    }
}

package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.cases.RegistrationScene.refusal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.check.OrgCode;
import org.zhijian.api.form.Fields;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.administration.Administration.Issued;
import org.zhijian.core.administration.Administration.NewAccount;
import org.zhijian.core.administration.Administration.Query;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.internal.identity.AccountAdministration;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.registration.RegisterImports.Refused;
import org.zhijian.core.registration.RegisterImports.Report;

class RegisterImportServiceTest {
    private static final String REVIEWED = "reviewed";

    private final Registration reviewed = Registration.of(
            Procedure.procedure(REVIEWED, "企业注册")
                    .startedBy(Starter.anyone())
                    .form(
                            Fields.text("orgName", "单位名称", 100).required(),
                            Fields.orgCode("orgCode", "组织机构代码"),
                            Fields.mobile("contactMobile", "联系人手机"),
                            Fields.text("loginName", "登录名", 40).required())
                    .guard(facts -> facts.form().text("orgName").contains("黑名单")
                            ? java.util.List.of(Finding.error("X-1", "orgName", "该单位不予注册"))
                            : Finding.none())
                    .chain(Step.step("verification", "核实", Actor.office("nobody"))
                            .decisions(DecisionOption.approve("审核通过")))
                    .build(),
            form -> Newcomer.of(form, "FIRM"));

    private static String freshOrgCode() {
        String body = Ids.next()
                .replace("-", "")
                .substring(24)
                .toUpperCase(java.util.Locale.ROOT)
                .substring(0, 8);
        return body + "-" + OrgCode.checkCharacter(body);
    }

    private static AccountAdministration administration(RegistrationScene scene) {
        return new AccountAdministration(
                scene.transactions,
                new Writes(scene.transactions, scene.clock.time()),
                scene.clock.time(),
                scene.modules);
    }

    private static Report takeOver(RegistrationScene scene, Caller caller, String csv) {
        return new RegisterImportService(scene.modules, administration(scene), scene.registrations, scene.attachments)
                .takeOver(
                        caller,
                        scene.jurisdiction,
                        new Upload(REVIEWED, "账号.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void goodRowsAreTakenOverAndBadOnesToldWithNothingOfThemKept(Database database) {
        RegistrationScene scene = new RegistrationScene(database, reviewed);
        String first = freshOrgCode();
        String second = freshOrgCode();
        String csv = "登录名*,单位名称,组织机构代码,联系人手机\n"
                + "first,甲" + first + "," + first + ",13900000001\n"
                + "FIRST,乙" + second + "," + second + ",\n"
                + ",丙,123,139\n"
                + "black,黑名单丁," + freshOrgCode() + ",\n"
                + "other,另一" + first + "," + first + ",\n";

        Report report = takeOver(scene, scene.officer(), csv);

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.refusedRows()).isEqualTo(4);
        assertThat(report.refused())
                .contains(
                        new Refused(3, "登录名", "该登录名已被使用"),
                        new Refused(4, "登录名", "请填写登录名"),
                        new Refused(5, "单位名称", "该单位不予注册"),
                        new Refused(6, "组织机构代码", "组织机构代码" + first + "已与单位名称“甲" + first + "”锁定"))
                .anyMatch(row -> row.row() == 4 && row.column().equals("联系人手机"));
        assertThat(scene.organisation("", second)).isEmpty();
        assertThat(scene.organisation("", first)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void importingAgainChangesNothingAndAResetOpensTheDoor(Database database) {
        RegistrationScene scene = new RegistrationScene(database, reviewed);
        String code = freshOrgCode();
        String csv = "登录名,单位名称,组织机构代码\ninherited,甲" + code + "," + code + "\n\n";
        takeOver(scene, scene.officer(), csv);

        Report again = takeOver(scene, scene.officer(), csv);

        assertThat(again).isEqualTo(new Report("账号.csv", 0, 1, java.util.List.of()));
        AccountAdministration accounts = administration(scene);
        String id = accounts.accounts(
                        scene.officer(),
                        scene.jurisdiction,
                        new Query(java.util.Optional.empty(), "", "inherit", "", 10))
                .items()
                .get(0)
                .id();
        Issued issued = accounts.resetPassword(scene.officer(), Once.UNKEYED, scene.jurisdiction, id);
        assertThat(scene.signIn
                        .byPassword(
                                scene.jurisdiction,
                                "inherited",
                                issued.initialPassword(),
                                Captcha.Answer.NONE,
                                "127.0.0.1")
                        .caller()
                        .mustChangePassword())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aFileWithStrangeHeadingsIsRefusedAsAWhole(Database database) {
        RegistrationScene scene = new RegistrationScene(database, reviewed);

        assertThat(refusal(() -> takeOver(scene, scene.officer(), "登录名,口令\na,b\n")))
                .isEqualTo("表头中的“口令”不是要导入的内容");
        assertThat(refusal(() -> takeOver(scene, scene.officer(), "登录名,登录名*\na,b\n")))
                .isEqualTo("表头中的“登录名”重复");
        assertThat(refusal(() -> takeOver(scene, scene.officer(), "\n"))).isEqualTo("文件中没有内容");
        assertThat(refusal(() -> takeOver(scene, scene.nobody(), "登录名\na\n"))).contains("请先登录");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void membersAreOpenedLockedDisabledAndAssignedAndEverythingStaysInTheRegion(Database database) {
        RegistrationScene scene = new RegistrationScene(database, reviewed);
        AccountAdministration accounts = administration(scene);
        String office = scene.jurisdiction + "-head";
        Issued issued = accounts.open(
                scene.officer(),
                Once.UNKEYED,
                scene.jurisdiction,
                new NewAccount("wang", "王审", "", Set.of(office), "13900000009"));
        String id = issued.account().id();

        assertThat(scene.signIn
                        .byPassword(
                                scene.jurisdiction, "wang", issued.initialPassword(), Captcha.Answer.NONE, "127.0.0.1")
                        .caller()
                        .displayName())
                .isEqualTo("总站 王审（wang）");
        for (int i = 0; i < 5; i++) {
            refusal(() ->
                    scene.signIn.byPassword(scene.jurisdiction, "wang", "Wrong2026", Captcha.Answer.NONE, "127.0.0.1"));
        }
        assertThat(status(accounts, scene, id)).isEqualTo("登录锁定");
        accounts.unlock(scene.officer(), Once.UNKEYED, scene.jurisdiction, id);
        assertThat(status(accounts, scene, id)).isEqualTo("正常");
        accounts.disable(scene.officer(), Once.UNKEYED, scene.jurisdiction, id, "调离");
        assertThat(refusal(() -> scene.signIn.byPassword(
                        scene.jurisdiction, "wang", issued.initialPassword(), Captcha.Answer.NONE, "127.0.0.1")))
                .contains("账号已停用");
        accounts.enable(scene.officer(), Once.UNKEYED, scene.jurisdiction, id);
        assertThat(refusal(() ->
                        accounts.assign(scene.officer(), Once.UNKEYED, scene.jurisdiction, id, Set.of("elsewhere"))))
                .isEqualTo("所选机构不属于本系统");

        RegistrationScene other = new RegistrationScene(database, reviewed);
        assertThat(refusal(() ->
                        administration(other).resetPassword(other.officer(), Once.UNKEYED, other.jurisdiction, id)))
                .contains("NOT_FOUND");
        assertThat(refusal(() ->
                        administration(scene).resetPassword(other.officer(), Once.UNKEYED, scene.jurisdiction, id)))
                .contains("NOT_FOUND");
    }

    private static String status(AccountAdministration accounts, RegistrationScene scene, String id) {
        return accounts.account(scene.officer(), scene.jurisdiction, id)
                .status()
                .title();
    }
}

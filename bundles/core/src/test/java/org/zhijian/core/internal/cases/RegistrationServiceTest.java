package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.cases.RegistrationScene.form;
import static org.zhijian.core.internal.cases.RegistrationScene.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.check.OrgCode;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.OldAccount;
import org.zhijian.api.registration.Proving;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.Passwords;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Databases;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.registration.Receipt;

class RegistrationServiceTest {
    private static final String AT_ONCE = "at-once";
    private static final String REVIEWED = "reviewed";
    private static final String BY_OFFICE = "by-office";

    private static Procedure.Builder procedure(String id) {
        return Procedure.procedure(id, "企业注册")
                .form(
                        Fields.text("orgName", "单位名称", 100).required(),
                        Fields.uscc("uscc", "统一社会信用代码"),
                        Fields.orgCode("orgCode", "组织机构代码"),
                        Fields.mobile("contactMobile", "联系人手机"),
                        Fields.text("loginName", "登录名", 60),
                        Fields.text("proof", "认证方式", 20));
    }

    private static Registration atOnce() {
        return Registration.of(
                procedure(AT_ONCE).startedBy(Starter.anyone()).chain(Chain.NONE).build(),
                form -> Newcomer.of(form, "FIRM"));
    }

    private static Registration reviewed() {
        Step step = Step.step("verification", "核实", Actor.office("总站", facts -> head(facts.form())))
                .decisions(DecisionOption.approve("审核通过"), DecisionOption.reject("不通过"));
        return Registration.of(
                procedure(REVIEWED).startedBy(Starter.anyone()).chain(step).build(), form -> Newcomer.of(form, "FIRM"));
    }

    /** The office of the scene that the form plays in stands in its login name. */
    private static String head(FormData form) {
        return form.text("loginName").replaceFirst("\\..*", "") + "-head";
    }

    private static Registration byOffice(String office) {
        return Registration.of(
                        procedure(BY_OFFICE)
                                .startedBy(Starter.offices(office))
                                .chain(Chain.NONE)
                                .build(),
                        form -> Newcomer.of(form, "FIRM"))
                .password(FirstPassword.issued());
    }

    /** A code that nobody bears yet, in the databases that many tests share. */
    private static String freshOrgCode() {
        String body = Ids.next()
                .replace("-", "")
                .substring(24)
                .toUpperCase(java.util.Locale.ROOT)
                .substring(0, 8);
        return body + "-" + OrgCode.checkCharacter(body);
    }

    private static String usccOf(String orgCode) {
        String body = "91320299" + orgCode.replace("-", "");
        return body + Uscc.checkCharacter(body);
    }

    /** The rows of CORE-ORG-2, with fresh codes in place of those of the table, against a register that holds the first. */
    static Stream<Arguments> rows() {
        return Databases.shared()
                .flatMap(database -> Stream.of(
                        Arguments.of(database, "同一单位", "名", "A", "A", "该企业已注册"),
                        Arguments.of(database, "只填信用代码", "名", "A", "", "该企业已注册"),
                        Arguments.of(database, "名称写法不同", " 名 ", "", "A", "该企业已注册"),
                        Arguments.of(database, "名称已锁定", "名", "B", "B", "该单位名称已与组织机构代码{A}锁定"),
                        Arguments.of(database, "代码已锁定", "另一", "", "A", "组织机构代码{A}已与单位名称“{名}”锁定"),
                        Arguments.of(database, "推导代码", "新", "C", "", ""),
                        Arguments.of(database, "两码不一致", "新", "C", "B", "组织机构代码应与统一社会信用代码第9至17位一致"),
                        Arguments.of(database, "没有代码", "新", "", "", "统一社会信用代码和组织机构代码至少填写一项")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void nameAndCodeAreOneLockedPair(
            Database database, String row, String name, String uscc, String orgCode, String expected) {
        RegistrationScene scene = new RegistrationScene(database, atOnce());
        Map<String, String> codes = Map.of("A", freshOrgCode(), "B", freshOrgCode(), "C", freshOrgCode(), "", "");
        String known = "无锡（" + scene.jurisdiction + "）建筑工程有限公司";
        scene.register(scene.nobody(), AT_ONCE, form(known, "", codes.get("A"), "first"));
        String asked = name.strip().equals("名")
                ? name.isBlank() || name.equals("名") ? known : " 无锡(" + scene.jurisdiction + ") 建筑工程有限公司 "
                : name + scene.jurisdiction;

        Map<String, Object> form =
                form(asked, uscc.isEmpty() ? "" : usccOf(codes.get(uscc)), codes.get(orgCode), "second");

        if (expected.isEmpty()) {
            scene.register(scene.nobody(), AT_ONCE, form);
            assertThat(scene.organisation("", codes.get(uscc)))
                    .get()
                    .extracting(Organisation::orgCode)
                    .isEqualTo(codes.get(uscc));
        } else {
            assertThat(refusal(() -> scene.register(scene.nobody(), AT_ONCE, form)))
                    .isEqualTo(expected.replace("{A}", codes.get("A")).replace("{名}", known));
        }
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverRegistersAtOnceSignsInAtOnceAndSeesItsRegistration(Database database) {
        RegistrationScene scene = new RegistrationScene(database, atOnce());
        Receipt receipt = scene.register(scene.nobody(), AT_ONCE, fresh(scene, "first"));

        Session session = scene.signIn.byPassword(
                scene.jurisdiction, "first", RegistrationScene.PASSWORD, Captcha.Answer.NONE, "127.0.0.1");
        assertThat(receipt.logins()).containsExactly(new Receipt.Login("first", ""));
        assertThat(session.caller().mustChangePassword()).isFalse();
        assertThat(scene.cases.view(session.caller(), receipt.id()).log())
                .extracting(entry -> entry.actor() + entry.action())
                .containsExactly("注册人提交");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverIsReviewedSignsInOnlyOnceTheOfficeHasAgreed(Database database) {
        RegistrationScene scene = new RegistrationScene(database, reviewed());
        String login = scene.jurisdiction + ".one";
        Map<String, Object> form = fresh(scene, login);
        Receipt receipt = scene.register(scene.nobody(), REVIEWED, form);

        assertThat(receipt.message()).isEqualTo("注册信息已提交，请等待审核");
        assertThat(receipt.logins()).isEmpty();
        assertThat(refusal(() -> signIn(scene, login))).contains("账号或密码错误");
        assertThat(refusal(() -> scene.register(scene.nobody(), REVIEWED, fresh(scene, login))))
                .isEqualTo("该登录名已被使用");
        form.put("loginName", scene.jurisdiction + ".two");
        assertThat(refusal(() -> scene.register(scene.nobody(), REVIEWED, form)))
                .isEqualTo("该企业注册信息正在审核中");

        decide(scene, Decision.APPROVE, "");
        assertThat(signIn(scene, login).caller().organisationId()).isNotBlank();
        assertThat(scene.registrations.status(scene.jurisdiction, receipt.id()).logins())
                .containsExactly(new Receipt.Login(login, ""));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverShowsTheOldPasswordIsNotReviewedAndWhoeverFailsIs(Database database) {
        RegistrationScene scene = new RegistrationScene(database, provable());
        String login = scene.jurisdiction + ".old";
        Map<String, Object> form = fresh(scene, login);
        form.put("proof", "PASSWORD");
        scene.remember(new OldAccount(login, Optional.of(Passwords.hash("Old-2020!")), Optional.empty()));

        Receipt failed = scene.register(scene.nobody(), REVIEWED, form, "Old-2021!");
        assertThat(failed.message()).isEqualTo("认证失败，请等待审核");
        assertThat(failed.logins()).isEmpty();
        decide(scene, Decision.REJECT, "请重新认证");

        Receipt right = scene.register(scene.nobody(), REVIEWED, form, "Old-2020!");
        assertThat(right.logins()).containsExactly(new Receipt.Login(login, ""));
        assertThat(scene.cases.view(signIn(scene, login).caller(), right.id()).log())
                .extracting(entry -> entry.action())
                .containsExactly("提交", "核验通过");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverIsUnknownToTheOldSystemProvesNothing(Database database) {
        RegistrationScene scene = new RegistrationScene(database, provable());
        Map<String, Object> form = fresh(scene, scene.jurisdiction + ".new");
        form.put("proof", "PASSWORD");

        assertThat(scene.register(scene.nobody(), REVIEWED, form, "").logins()).isEmpty();
    }

    /** The old system called its firms by their login names. */
    private static Registration provable() {
        return reviewed()
                .proven(new Proving("proof", "PASSWORD", "LOCK", form -> form.text("loginName"), "认证失败，请等待审核"));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aFirstPasswordIsSentToTheMobileWhenTheAccountOpensAndMustBeChanged(Database database) {
        RegistrationScene scene = new RegistrationScene(database, reviewed().password(FirstPassword.sent()));
        String login = scene.jurisdiction + ".one";
        Receipt receipt = scene.register(scene.nobody(), REVIEWED, fresh(scene, login));
        assertThat(scene.outgoing("ACCOUNT_OPENED")).isEmpty();

        decide(scene, Decision.APPROVE, "");

        String sms = scene.outgoing("ACCOUNT_OPENED").get(0);
        assertThat(sms).contains(login);
        String password = sms.replaceAll("(?s).*初始密码为([A-Za-z0-9]{12})，.*", "$1");
        assertThat(scene.registrations.status(scene.jurisdiction, receipt.id()).logins())
                .containsExactly(new Receipt.Login(login, ""));
        Session session =
                scene.signIn.byPassword(scene.jurisdiction, login, password, Captcha.Answer.NONE, "127.0.0.1");
        assertThat(session.caller().mustChangePassword()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aLoginNameOfOneTypeActsInThatTypeAlone(Database database) {
        Registration registration = Registration.of(
                procedure(AT_ONCE).startedBy(Starter.anyone()).chain(Chain.NONE).build(),
                form -> Newcomer.of(form, "BUILDER", "TESTER")
                        .signingInAs(List.of(
                                new Newcomer.Login(form.text("loginName") + ".sg", "", "BUILDER"),
                                new Newcomer.Login(form.text("loginName") + ".all", "", ""))));
        RegistrationScene scene = new RegistrationScene(database, registration);
        scene.register(scene.nobody(), AT_ONCE, fresh(scene, scene.jurisdiction));

        assertThat(types(scene, scene.jurisdiction + ".sg")).containsExactly("BUILDER");
        assertThat(types(scene, scene.jurisdiction + ".all")).containsExactlyInAnyOrder("BUILDER", "TESTER");
    }

    private static Set<String> types(RegistrationScene scene, String login) {
        Caller caller = signIn(scene, login).caller();
        return scene.transactions.read(em -> CasePolicy.types(
                em,
                caller,
                new org.zhijian.core.internal.identity.DirectoryView(em).organisation(caller.organisationId())));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverIsRefusedReadsWhyAndMayRegisterAnew(Database database) {
        RegistrationScene scene = new RegistrationScene(database, reviewed());
        Map<String, Object> form = fresh(scene, scene.jurisdiction + ".one");
        Receipt receipt = scene.register(scene.nobody(), REVIEWED, form);

        decide(scene, Decision.REJECT, "营业执照不清晰");

        Receipt after = scene.registrations.status(scene.jurisdiction, receipt.id());
        assertThat(after.stage().label() + "：" + after.message()).isEqualTo("不通过：营业执照不清晰");
        assertThat(scene.organisation("", String.valueOf(form.get("orgCode")))).isEmpty();
        scene.register(scene.nobody(), REVIEWED, form);
        assertThat(scene.tasks.counts(scene.officer())).containsEntry(org.zhijian.core.cases.TaskQuery.Box.WAITING, 1);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anOfficeOpensAnAccountWhosePasswordIsShownOnceAndMustBeChanged(Database database) {
        String[] office = new String[1];
        RegistrationScene named = new RegistrationScene(database);
        office[0] = named.jurisdiction + "-head";
        RegistrationScene scene = new RegistrationScene(database, byOffice(office[0]));
        Caller officer = new Caller(
                Caller.Kind.OFFICE,
                "acc-" + scene.jurisdiction,
                "head",
                "总站经办人",
                scene.jurisdiction,
                "",
                "",
                Set.of(office[0]),
                false,
                "");
        Once once = new Once(Ids.next());
        Map<String, Object> form = fresh(scene, "neworg");

        assertThat(refusal(() -> scene.register(scene.nobody(), BY_OFFICE, form)))
                .contains("请先登录");
        Receipt receipt = scene.register(officer, once, BY_OFFICE, form);
        Receipt again = scene.register(officer, once, BY_OFFICE, form);

        String password = receipt.logins().get(0).initialPassword();
        assertThat(password).hasSize(12);
        assertThat(again.id()).isEqualTo(receipt.id());
        assertThat(again.logins()).containsExactly(new Receipt.Login("neworg", ""));
        assertThat(scene.signIn
                        .byPassword(scene.jurisdiction, "neworg", password, Captcha.Answer.NONE, "127.0.0.1")
                        .caller()
                        .mustChangePassword())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anotherJurisdictionsOrganisationJoinsUnderTheDataItIsKnownBy(Database database) {
        RegistrationScene scene = new RegistrationScene(database, atOnce());
        String code = freshOrgCode();
        Organisation known = new Organisation(
                Ids.next(),
                "已知" + scene.jurisdiction,
                usccOf(code),
                code,
                Set.of("OTHER"),
                "320200",
                "周示法",
                "周示法",
                "13900000001");
        scene.save(known);

        Map<String, Object> form = form(known.name(), "", code, "joined");
        scene.register(scene.nobody(), AT_ONCE, form);

        Organisation after = scene.organisation("", code).orElseThrow();
        assertThat(after.id()).isEqualTo(known.id());
        assertThat(after.contactMobile()).isEqualTo("13900000001");
        assertThat(after.types()).containsExactlyInAnyOrder("OTHER", "FIRM");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void loginNamesAreComparedWithoutCaseAndMustBeReadable(Database database) {
        RegistrationScene scene = new RegistrationScene(database, atOnce());
        scene.register(scene.nobody(), AT_ONCE, fresh(scene, "sljzwyj"));

        assertThat(refusal(() -> scene.register(scene.nobody(), AT_ONCE, fresh(scene, "SLJZWYJ"))))
                .isEqualTo("该登录名已被使用");
        assertThat(refusal(() -> scene.register(scene.nobody(), AT_ONCE, fresh(scene, "a b"))))
                .startsWith("登录名应为");
        assertThat(refusal(() -> scene.register(scene.nobody(), AT_ONCE, fresh(scene, ""))))
                .isEqualTo("请填写登录名");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void tooManyTriesFromOneAddressAreTurnedAway(Database database) {
        RegistrationScene scene = new RegistrationScene(database, atOnce());
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            refusals.add(refusal(() -> scene.register(scene.nobody(), AT_ONCE, Map.of())));
        }
        assertThat(refusals.subList(0, 40)).allMatch(text -> text.contains("请填写单位名称"));
        assertThat(refusals.get(40)).isEqualTo(Refusal.Kind.TOO_MANY + " 注册过于频繁，请稍后再试");
    }

    private static Map<String, Object> fresh(RegistrationScene scene, String login) {
        String code = freshOrgCode();
        return form("示例" + code + scene.jurisdiction, "", code, login);
    }

    private static Session signIn(RegistrationScene scene, String login) {
        return scene.signIn.byPassword(
                scene.jurisdiction, login, RegistrationScene.PASSWORD, Captcha.Answer.NONE, "127.0.0.1");
    }

    private static void decide(RegistrationScene scene, Decision decision, String opinion) {
        String task = scene.tasks
                .list(scene.officer(), org.zhijian.core.cases.TaskQuery.waiting())
                .items()
                .get(0)
                .id();
        scene.tasks.decide(scene.officer(), Once.UNKEYED, task, new Verdict(decision, opinion, FormData.EMPTY, ""));
    }
}

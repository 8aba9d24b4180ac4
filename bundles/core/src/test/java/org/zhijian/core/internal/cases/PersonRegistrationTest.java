package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.core.internal.cases.RegistrationScene.refusal;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Fields;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;

/** Natural persons get accounts of their own. */
class PersonRegistrationTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    /** A passport, since databases that many tests share need numbers that nobody bears yet. */
    private static Registration people() {
        Procedure procedure = Procedure.procedure("people", "个人注册")
                .startedBy(Starter.anyone())
                .form(
                        Fields.text("name", "姓名", 50).required(),
                        Fields.text("idNo", "护照号码", 40).required(),
                        Fields.mobile("mobile", "手机号码"),
                        Fields.text("loginName", "登录名", 60).required())
                .chain(Chain.NONE)
                .build();
        return Registration.of(
                        procedure,
                        form -> Newcomer.person(
                                new Person(
                                        "",
                                        form.text("name"),
                                        Person.IdType.PASSPORT,
                                        form.text("idNo"),
                                        form.text("mobile")),
                                form.text("loginName")))
                .known("该人员已注册用户");
    }

    private static String freshNumber() {
        return "E" + Ids.next().replace("-", "").substring(20);
    }

    private static Map<String, Object> form(String name, String idNo, String login) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", name);
        form.put("idNo", idNo);
        form.put("mobile", "13900000009");
        form.put("loginName", login);
        return form;
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_person_becomes_known_and_signs_in_as_a_person_once(Database database) {
        RegistrationScene scene = new RegistrationScene(database, people());
        String number = freshNumber();

        assertThat(scene.register(scene.nobody(), "people", form("示例人", number, "shili"))
                        .logins())
                .hasSize(1);

        Session session = scene.signIn.byPassword(
                scene.jurisdiction, "shili", RegistrationScene.PASSWORD, Captcha.Answer.NONE, "10.0.0.9");
        Caller caller = scene.signIn.caller(session.token(), "10.0.0.9").orElseThrow();
        Person person = scene.transactions.read(em -> new DirectoryView(em)
                .personByIdNumber(Person.IdType.PASSPORT, number.toUpperCase())
                .orElseThrow());
        assertThat(caller.personId()).isEqualTo(person.id());
        assertThat(caller.organisationId()).isEmpty();
        assertThat(person.mobile()).isEqualTo("13900000009");
        assertThat(refusal(() -> scene.register(scene.nobody(), "people", form("示例人", number, "shili2"))))
                .isEqualTo("该人员已注册用户");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void nobody_registers_under_the_document_of_somebody_else(Database database) {
        RegistrationScene scene = new RegistrationScene(database, people());
        String number = freshNumber().toUpperCase();
        scene.transactions.run(em -> new DirectoryEditor(em)
                .save(new Person(Ids.next(), "真人", Person.IdType.PASSPORT, number, "13900000008")));

        assertThat(refusal(() -> scene.register(scene.nobody(), "people", form("假人", number, "jiaren"))))
                .isEqualTo("姓名与该证件号码登记的姓名不一致");

        scene.register(scene.nobody(), "people", form("真人", number, "zhenren"));
        Person known = scene.transactions.read(em -> new DirectoryView(em)
                .personByIdNumber(Person.IdType.PASSPORT, number)
                .orElseThrow());
        assertThat(known.mobile()).as("what is known stays").isEqualTo("13900000008");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsTooLongForAnyColumnIsRefusedLikeAnythingElse(Database database) {
        RegistrationScene scene = new RegistrationScene(database, people());
        String longest = "质".repeat(199) + "𠮷".repeat(70_000);

        assertThat(refusal(() -> scene.register(scene.nobody(), "people", form(longest, freshNumber(), "shili"))))
                .isEqualTo("姓名不能超过50个字");
        assertThat(refusal(() -> scene.register(scene.nobody(), "people", form("示例人", longest, "shili"))))
                .isEqualTo("护照号码不能超过40个字");
        assertThat(refusal(() -> scene.register(scene.nobody(), "people", form("示例人", freshNumber(), longest))))
                .isEqualTo("登录名不能超过60个字");
        assertThat(refusal(() -> scene.register(scene.nobody(), "people", form("示\0例", freshNumber(), "shili"))))
                .contains("姓名");
    }
}

package org.zhijian.core.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Demonstration.Holding;
import org.zhijian.api.Demonstration.Login;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Titled;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.identity.TestSignIn;
import org.zhijian.core.internal.registers.RegistersView;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Transactions;

class DemonstrationLoaderTest {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final String ADDRESS = "192.0.2.1";
    private static final List<String> TABLES = List.of(
            "ZJ_ORGANISATION",
            "ZJ_PERSON",
            "ZJ_EMPLOYMENT",
            "ZJ_OFFICE",
            "ZJ_ACCOUNT",
            "ZJ_RECORD",
            "ZJ_RECORD_INDEX",
            "ZJ_RECORD_HISTORY",
            "ZJ_SEQUENCE",
            "ZJ_EVENT");

    private enum Status implements Titled {
        VALID("有效"),
        CANCELLED("注销");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    private record Certificate(
            @Column(value = "证书编号", key = true) String number, @Column(value = "状态", status = true) Status status) {}

    private static final Register<Certificate> CERTIFICATES = Register.register(
                    "certificates", "证书台账", Certificate.class)
            .statuses(StatusMachine.beginningWith(Status.VALID));

    private static final Organisation J1 = organisation("TESTING_ORG");
    private static final Person P11 =
            new Person(Demonstration.idOf("p11"), "韩示双", Person.IdType.ID, "320199198601010318", "13900000011");

    private static Organisation organisation(String type) {
        return new Organisation(
                Demonstration.idOf("J1"),
                "南京示例检测中心有限公司",
                "91320199PDY000116M",
                "PDY00011-6",
                Set.of(type),
                "320199",
                "",
                "",
                "");
    }

    private static Descriptor jurisdiction(String id) {
        return Descriptor.jurisdiction(id, "示例辖区")
                .offices(List.of(Office.office(id + "-prov", "省质监总站", Office.Level.PROVINCE, "320000")))
                .registers(CERTIFICATES)
                .build();
    }

    private static Demonstration cast(Organisation organisation) {
        return new Demonstration(
                List.of(organisation),
                List.of(P11),
                List.of(Employment.since(DAY, P11.id(), organisation.id(), "检测员")),
                List.of(new Holding<>(CERTIFICATES, List.of(new Certificate("苏-001", Status.CANCELLED)))),
                List.of(Login.organisation("j1", organisation.id()), Login.person("p11", P11.id())));
    }

    /** An installation on a database. */
    private record Scene(Transactions transactions, SignIn signIn, DemonstrationLoader loader) {
        static Scene of(Database database, Path data, boolean demonstration) {
            Settings settings = TestSettings.of(data, Map.of("demo", demonstration));
            Transactions transactions = new Transactions(database);
            TestClock clock = new TestClock();
            return new Scene(
                    transactions,
                    TestSignIn.of(transactions, clock.time()),
                    new DemonstrationLoader(settings, clock.time(), transactions));
        }

        Caller enter(String portal, String login) {
            return signIn.byPassword(portal, login, DemonstrationLoader.PASSWORD, Captcha.Answer.NONE, ADDRESS)
                    .caller();
        }

        Map<String, Long> rows() {
            Map<String, Long> rows = new LinkedHashMap<>();
            transactions.run(em -> TABLES.forEach(table -> rows.put(
                    table,
                    ((Number) em.createNativeQuery("select count(*) from " + table)
                                    .getSingleResult())
                            .longValue())));
            return rows;
        }
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void everybodyOfTheCastCanSignIn(Database database, @TempDir Path data) {
        Scene scene = Scene.of(database, data, true);

        scene.loader.prepare();
        scene.loader.load(jurisdiction("one"), cast(J1));

        assertThat(scene.enter("one", "j1").organisationId()).isEqualTo(J1.id());
        assertThat(scene.enter("one", "p11").personId()).isEqualTo(P11.id());
        assertThat(scene.enter("one", "one-prov").offices()).containsExactly("one-prov");
        assertThat(scene.enter("one", "admin").kind()).isEqualTo(Caller.Kind.OPERATOR);
        Session agency = scene.signIn.byClientSecret("demo-agency", DemonstrationLoader.PASSWORD, ADDRESS);
        assertThat(agency.caller().kind()).isEqualTo(Caller.Kind.AGENCY);
        assertThat(agency.caller().mustChangePassword()).isFalse();
        scene.transactions.run(em -> {
            assertThat(new DirectoryView(em).employs(J1.id(), P11.id())).isTrue();
            assertThat(new RegistersView(em, "one").of(CERTIFICATES).find("苏-001"))
                    .contains(new Certificate("苏-001", Status.CANCELLED));
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void loadingAgainChangesNothing(Database database, @TempDir Path data) {
        Scene scene = Scene.of(database, data, true);
        scene.loader.prepare();
        scene.loader.load(jurisdiction("one"), cast(J1));
        scene.transactions.run(em -> new DirectoryEditor(em).endEmployment(P11.id(), J1.id(), DAY.plusYears(6)));
        Map<String, Long> before = scene.rows();

        Scene restarted = Scene.of(database, data, true);
        restarted.loader.prepare();
        restarted.loader.load(jurisdiction("one"), cast(J1));

        assertThat(restarted.rows()).isEqualTo(before);
        boolean employed = restarted.transactions.read(em -> new DirectoryView(em).employs(J1.id(), P11.id()));
        assertThat(employed).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void jurisdictionsShareTheirCast(Database database, @TempDir Path data) {
        Scene scene = Scene.of(database, data, true);
        scene.loader.prepare();
        scene.loader.load(jurisdiction("one"), cast(J1));
        scene.loader.load(jurisdiction("two"), cast(organisation("CONTRACTOR")));

        Organisation both = scene.transactions
                .read(em -> new DirectoryView(em).organisation(J1.id()))
                .orElseThrow();
        assertThat(both.types()).containsExactlyInAnyOrder("TESTING_ORG", "CONTRACTOR");
        assertThat(scene.enter("two", "j1").jurisdiction()).isEqualTo("two");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void aDatabaseInUseIsNoStageForADemonstration(Database database, @TempDir Path data) {
        Scene.of(database, data, false).loader.prepare();
        Scene demonstration = Scene.of(database, data, true);

        assertThatThrownBy(demonstration.loader::prepare).hasMessage("数据库中已有正式数据，不能以演示方式启动");
        assertThatThrownBy(() -> demonstration.loader.load(jurisdiction("one"), cast(J1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#fresh")
    void theFirstOperatorReadsThePasswordInAFile(Database database, @TempDir Path data) throws IOException {
        Scene scene = Scene.of(database, data, false);
        Path file = data.resolve("admin-first-password.txt");

        scene.loader.prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String text = Files.readString(file);
        String password =
                text.substring(text.indexOf("password ") + "password ".length()).strip();
        Caller admin = scene.signIn
                .byPassword("*", "admin", password, Captcha.Answer.NONE, ADDRESS)
                .caller();
        assertThat(admin.kind()).isEqualTo(Caller.Kind.OPERATOR);
        assertThat(admin.mustChangePassword()).isTrue();

        scene.loader.prepare();
        assertThat(Files.readString(file)).isEqualTo(text);
    }
}

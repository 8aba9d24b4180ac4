package org.zhijian.core.internal.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhijian.core.internal.registers.Testers.tester;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Descriptor;
import org.zhijian.api.register.Printout;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.documents.Documents.Verification;
import org.zhijian.core.documents.Sheet;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.internal.documents.DocumentService;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;

/** Certificates printed of records and their verification, on every database. */
class PrintedRecordsTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private final List<Sheet> set = new ArrayList<>();
    private final TestClock clock = new TestClock();

    private static Descriptor printing(RegisterScene scene) {
        return Descriptor.jurisdiction(scene.descriptor.id(), "测试辖区")
                .offices(scene.descriptor.offices())
                .registers(Testers.REGISTER.printedAs(
                        Printout.certificate("岗位合格证书", "省质监总站", "certificate", "person", "employer", "idNumber")
                                .whileIn(Testers.Status.NORMAL)))
                .build();
    }

    private Documents documents(RegisterScene scene, Descriptor descriptor) {
        return new DocumentService(
                        scene.transactions,
                        clock.time(),
                        TestSettings.of(Path.of("target"), Map.of("publicAddress", "https://zj.example.cn")),
                        new OneJurisdiction(descriptor),
                        null)
                .with(sheet -> {
                    set.add(sheet);
                    return new byte[0];
                });
    }

    /** An office with an account, for what it prints stands in the account's log. */
    private Caller printer(RegisterScene scene) {
        String account = scene.transactions.write(em -> new Accounts(em)
                .create(
                        Accounts.NewAccount.office(
                                scene.descriptor.id(),
                                "prov",
                                scene.descriptor.offices().get(0),
                                "x"),
                        clock.instant()));
        return new Caller(
                Caller.Kind.OFFICE,
                account,
                "prov",
                "省质监总站（prov）",
                scene.descriptor.id(),
                "",
                "",
                java.util.Set.of(scene.descriptor.offices().get(0).id()),
                false,
                "");
    }

    private static String refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        return refusal.kind() + " " + refusal.getMessage();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_certificate_shows_its_holder_and_its_verifier_sees_him_masked(Database database) {
        RegisterScene scene = new RegisterScene(database);
        Documents documents = documents(scene, printing(scene));

        documents.ofRecord(printer(scene), scene.descriptor.id(), "testers", "苏-001");
        Sheet sheet = set.get(0);
        assertThat(sheet.title()).isEqualTo("岗位合格证书");
        assertThat(sheet.issuer()).isEqualTo("省质监总站");
        assertThat(((Sheet.Lines) sheet.blocks().get(0)).lines())
                .contains(new Line("证书编号", "苏-001"), new Line("姓名", "韩示双"), new Line("单位", "南京示例检测中心有限公司"));

        Verification found = documents.verify(sheet.code());
        assertThat(found.state()).isEqualTo(Documents.State.CURRENT);
        assertThat(found.items()).contains(new Line("姓名", "韩*双"), new Line("状态", "正常"));
        assertThat(found.items().toString()).doesNotContain("韩示双");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_certificate_is_outdated_as_soon_as_the_record_changes(Database database) {
        RegisterScene scene = new RegisterScene(database);
        Documents documents = documents(scene, printing(scene));
        Caller printer = printer(scene);
        documents.ofRecord(printer, scene.descriptor.id(), "testers", "苏-001");

        scene.transactions.run(em -> new RegistersEditor(em, scene.descriptor.id(), null, RegisterScene.NOW)
                .of(Testers.REGISTER)
                .save(tester("苏-001", scene.han.id(), scene.nanjing.id()).with(Testers.Status.DEPARTED)));

        Verification found = documents.verify(set.get(0).code());
        assertThat(found.state()).isEqualTo(Documents.State.CHANGED);
        assertThat(found.items()).contains(new Line("状态", "调离"));
        assertThat(refusal(() -> documents.ofRecord(printer, scene.descriptor.id(), "testers", "苏-001")))
                .isEqualTo("CONFLICT 该记录当前状态为“调离”，不能打印证书");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void only_offices_print_and_only_what_is_declared(Database database) {
        RegisterScene scene = new RegisterScene(database);
        Documents documents = documents(scene, printing(scene));
        String id = scene.descriptor.id();
        Caller owner = scene.caller(Caller.Kind.ORGANISATION, scene.nanjing.id(), "");

        assertThat(refusal(() -> documents.ofRecord(owner, id, "testers", "苏-001")))
                .startsWith("FORBIDDEN");
        assertThat(refusal(() -> documents.ofRecord(printer(scene), id, "testers", "苏-404")))
                .startsWith("NOT_FOUND");
        assertThat(refusal(() -> documents(scene, scene.descriptor).ofRecord(scene.office(), id, "testers", "苏-001")))
                .startsWith("NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void while_the_module_is_away_a_verifier_reads_what_was_printed(Database database) {
        RegisterScene scene = new RegisterScene(database);
        documents(scene, printing(scene)).ofRecord(printer(scene), scene.descriptor.id(), "testers", "苏-001");

        Verification found =
                documents(scene, scene.descriptor).verify(set.get(0).code());
        assertThat(found.state()).isEqualTo(Documents.State.UNCHECKED);
        assertThat(found.items()).contains(new Line("单位", "南京示例检测中心有限公司"));
    }
}

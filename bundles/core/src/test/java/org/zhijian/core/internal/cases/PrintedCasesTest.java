package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.chain.Step.step;
import static org.zhijian.core.internal.cases.CaseScene.form;
import static org.zhijian.core.internal.cases.CaseScene.refusal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.documents.Documents.Verification;
import org.zhijian.core.documents.Sheet;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.internal.catalogue.CatalogueService;
import org.zhijian.core.internal.documents.DocumentService;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;

/** Printed cases and their verification, on every database. */
class PrintedCasesTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private final List<Sheet> set = new ArrayList<>();

    private static CaseScene scene(Database database) {
        return new CaseScene(
                database,
                Procedure.procedure("permit", "许可")
                        .startedBy(Starter.organisations("FIRM"))
                        .form(Fields.text("name", "名称", 20).required())
                        .chain(step(
                                "review",
                                "审核",
                                Actor.office(
                                        "东区",
                                        facts -> facts.applicant().orElseThrow().contactName() + "-east")))
                        .build());
    }

    private Documents documents(CaseScene scene) {
        return new DocumentService(
                        scene.transactions,
                        scene.clock.time(),
                        TestSettings.of(Path.of("target"), Map.of("publicAddress", "https://zj.example.cn/")),
                        new CatalogueService(scene.modules(), scene.transactions, scene.clock.time()),
                        scene.cases)
                .with(sheet -> {
                    set.add(sheet);
                    return new byte[0];
                });
    }

    private Sheet lastSet() {
        return set.get(set.size() - 1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_print_shows_the_case_and_is_verified_until_the_case_moves_on(Database database) {
        CaseScene scene = scene(database);
        Documents documents = documents(scene);
        CaseView submitted = scene.submitted(form("摊位"));
        String id = submitted.line().id();

        assertThat(documents.ofCase(scene.firm(), id).fileName())
                .isEqualTo("许可 " + submitted.line().number() + ".pdf");
        Sheet sheet = lastSet();
        assertThat(sheet.blocks()).anyMatch(block -> block.equals(new Sheet.Lines(List.of(new Line("名称", "摊位")))));
        assertThat(sheet.address())
                .isEqualTo("https://zj.example.cn/verify/" + sheet.code().replace("-", ""));

        Verification found = documents.verify(sheet.code().toLowerCase(java.util.Locale.ROOT));
        assertThat(found.state()).isEqualTo(Documents.State.CURRENT);
        assertThat(found.items())
                .contains(
                        new Line("业务编号", submitted.line().number()), new Line("申请人", "示例甲公司"), new Line("当前状态", "待审核"));

        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        Verification outdated = documents.verify(sheet.code());
        assertThat(outdated.state()).isEqualTo(Documents.State.CHANGED);
        assertThat(outdated.items()).contains(new Line("当前状态", "办结"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_is_printed_again_unchanged_keeps_its_code(Database database) {
        CaseScene scene = scene(database);
        Documents documents = documents(scene);
        String id = scene.submitted(form("摊位")).line().id();

        documents.ofCase(scene.firm(), id);
        String first = lastSet().code();
        documents.ofCase(scene.officer("east"), id);
        assertThat(lastSet().code()).isEqualTo(first);
        assertThat(scene.cases.view(scene.firm(), id).verificationCode()).isEqualTo(first.replace("-", ""));

        scene.decide(scene.officer("east"), Decision.APPROVE, "");
        documents.ofCase(scene.firm(), id);
        assertThat(lastSet().code()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_draft_is_printed_without_a_code_and_nobody_else_prints_it(Database database) {
        CaseScene scene = scene(database);
        Documents documents = documents(scene);
        String id = scene.cases
                .start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", new FormData(form("摊位")))
                .line()
                .id();

        documents.ofCase(scene.firm(), id);
        assertThat(lastSet().isDraft()).isTrue();
        assertThat(refusal(() -> documents.ofCase(scene.otherFirm(), id))).startsWith("NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_code_that_was_never_given_is_unknown(Database database) {
        Documents documents = documents(scene(database));
        for (String code : List.of("", "0000-0000-0000-0000-0000", "'; drop table", "七")) {
            assertThat(refusal(() -> documents.verify(code))).startsWith("NOT_FOUND NOT_FOUND 未查到该核验码");
        }
    }
}

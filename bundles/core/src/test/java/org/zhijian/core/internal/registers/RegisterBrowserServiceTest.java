package org.zhijian.core.internal.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.zhijian.core.internal.registers.RegisterScene.NOW;
import static org.zhijian.core.internal.registers.RegisterScene.keys;
import static org.zhijian.core.internal.registers.Testers.tester;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Sort;
import org.zhijian.core.internal.registers.Testers.Status;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.registers.RegisterBrowser.Query;

class RegisterBrowserServiceTest {

    private static void assertRefused(int status, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void officesSearchByIndexedColumnsNamesTitlesAndTexts(Database database) {
        RegisterScene scene = new RegisterScene(database);
        Caller office = scene.office();

        assertThat(scene.search(office, Map.of(), "")).containsExactly("苏-001", "苏-002");
        assertThat(scene.search(office, Map.of("employer", scene.wuxi.id()), ""))
                .containsExactly("苏-002");
        assertThat(scene.search(office, Map.of("employer", "无锡示例建材检测有限公司"), "")).containsExactly("苏-002");
        assertThat(scene.search(office, Map.of("person", "韩示双"), "")).containsExactly("苏-001");
        assertThat(scene.search(office, Map.of("person", "韩"), "")).isEmpty();
        assertThat(scene.search(office, Map.of("status", "NORMAL", "divisions", "建材"), ""))
                .hasSize(2);
        assertThat(scene.search(office, Map.of("status", "调离"), "")).isEmpty();
        assertThat(scene.search(office, Map.of("status", "", "employer", " "), ""))
                .hasSize(2);
        assertThat(scene.search(office, Map.of(), "内部备注苏-002")).containsExactly("苏-002");
        assertThat(scene.search(office, Map.of(), "示双")).containsExactly("苏-001");
        assertThat(scene.search(office, Map.of(), "%")).isEmpty();
        assertRefused(400, () -> scene.search(office, Map.of("remark", "x"), ""));
        assertRefused(400, () -> scene.search(office, Map.of("person", "a\0"), ""));
        assertRefused(400, () -> scene.search(office, Map.of(), "a\0"));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void officesSeeRecordsWithTheirPersonalNumbersMasked(Database database) {
        RegisterScene scene = new RegisterScene(database);

        RecordView view = scene.find(scene.office(), "苏-001");

        assertThat(view.status()).isEqualTo("NORMAL");
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.changedAt()).isEqualTo(NOW);
        assertThat(view.values())
                .containsEntry("person", scene.han.id())
                .containsEntry("idNumber", "320199********0318")
                .containsEntry("score", "12.50")
                .containsEntry("times", 3)
                .containsEntry("dual", true)
                .containsEntry("validTo", "2027-01-31");
        assertThat(view.labels())
                .containsEntry("person", "韩示双")
                .containsEntry("employer", "南京示例检测中心有限公司")
                .containsEntry("status", "正常")
                .containsEntry("dual", "是");
        assertThat(view.labels().get("divisions")).contains("建材", "、", "地基");
    }

    /** Both testers' last day is 2027-01-31. */
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void daysAreSearchedForBetweenTwoBothIncluded(Database database) {
        RegisterScene scene = new RegisterScene(database);
        Function<String, List<String>> search = days -> scene.search(scene.office(), Map.of("validTo", days), "");

        for (String days :
                List.of("2027-01-01..2027-01-31", "2027-01-31..2027-02-28", "2027-01-31..", "..2027-01-31", "..")) {
            assertThat(search.apply(days)).as(days).containsExactly("苏-001", "苏-002");
        }
        for (String days : List.of("2027-02-01..", "..2027-01-30", "2026-01-01..2026-12-31")) {
            assertThat(search.apply(days)).as(days).isEmpty();
        }
        assertRefused(400, () -> search.apply("2027-02-01..2027-01-01"));
        assertRefused(400, () -> search.apply("2027-13-01.."));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void ownersSeeTheirOwn(Database database) {
        RegisterScene scene = new RegisterScene(database);
        Caller nanjing = scene.caller(Caller.Kind.ORGANISATION, scene.nanjing.id(), "");
        Caller yang = scene.caller(Caller.Kind.PERSON, "", scene.yang.id());

        assertThat(scene.search(nanjing, Map.of(), "")).containsExactly("苏-001");
        assertThat(scene.search(nanjing, Map.of(), "杨样单")).isEmpty();
        assertThat(scene.search(yang, Map.of(), "")).containsExactly("苏-002");
        assertThat(scene.find(nanjing, "苏-001").values()).containsEntry("idNumber", "320199********0318");
        assertRefused(404, () -> scene.find(nanjing, "苏-002"));
        assertRefused(404, () -> scene.find(nanjing, "苏-003"));
        assertThat(keys(scene.browser.search(nanjing, scene.descriptor.id(), "secrets", all())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoRevealsANumberIsKeptInTheAudit(Database database) {
        RegisterScene scene = new RegisterScene(database);
        Caller office = scene.signedUp(scene.office());
        Caller stranger = scene.signedUp(scene.caller(Caller.Kind.ORGANISATION, scene.wuxi.id(), ""));

        RecordView view = scene.browser.reveal(office, scene.descriptor.id(), "testers", "苏-001");

        assertThat(view.values()).containsEntry("idNumber", "320199198601010318");
        assertThat(scene.eventsOf(office)).containsExactly("READ_CLEAR");
        assertRefused(404, () -> scene.browser.reveal(stranger, scene.descriptor.id(), "testers", "苏-001"));
        assertThat(scene.eventsOf(stranger)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aMaskedNumberIsFoundOnlyByWhoKnowsAllOfIt(Database database) {
        RegisterScene scene = new RegisterScene(database);

        assertThat(scene.search(scene.office(), Map.of(), "320199198601010318")).contains("苏-001");
        assertThat(scene.search(scene.office(), Map.of(), "19860101")).isEmpty();
        assertThat(scene.search(scene.office(), Map.of(), "32019919860101031")).isEmpty();
        assertThat(scene.searchPublic(Map.of(), "320199198601010318")).isEmpty();
    }

    private static Query all() {
        return new Query(Map.of(), "", "", 20);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void othersAreRefused(Database database) {
        RegisterScene scene = new RegisterScene(database);

        assertRefused(401, () -> scene.search(Caller.nobody(""), Map.of(), ""));
        assertRefused(403, () -> scene.search(scene.caller(Caller.Kind.AGENCY, "", ""), Map.of(), ""));
        assertRefused(403, () -> scene.search(scene.caller(Caller.Kind.OPERATOR, "", ""), Map.of(), ""));
        assertRefused(403, () -> scene.search(scene.caller(Caller.Kind.OFFICE, "", "", "elsewhere"), Map.of(), ""));
        Caller other = new Caller(
                Caller.Kind.ORGANISATION, "a", "l", "n", "elsewhere", scene.nanjing.id(), "", Set.of(), false, "");
        assertRefused(403, () -> scene.search(other, Map.of(), ""));
        assertRefused(404, () -> scene.browser.search(scene.office(), scene.descriptor.id(), "unknown", all()));
        assertRefused(404, () -> scene.browser.search(scene.office(), "unknown", "testers", all()));
        Caller fresh = new Caller(
                Caller.Kind.OFFICE,
                "a",
                "l",
                "n",
                scene.descriptor.id(),
                "",
                "",
                scene.office().offices(),
                true,
                "");
        assertRefused(403, () -> scene.search(fresh, Map.of(), ""));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void thePublicSeesOpenColumnsMasked(Database database) {
        RegisterScene scene = new RegisterScene(database);

        RecordView view = scene.browser
                .searchPublic(scene.descriptor.id(), "testers", all())
                .items()
                .get(0);

        assertThat(view.values())
                .containsEntry("idNumber", "320199********0318")
                .containsEntry("certificate", "苏-001")
                .doesNotContainKeys("remark", "score", "times", "validTo");
        assertThat(view.labels()).containsEntry("person", "韩*双").containsEntry("employer", "南京示例检测中心有限公司");
        assertRefused(404, () -> scene.browser.searchPublic(scene.descriptor.id(), "secrets", all()));
        assertRefused(404, () -> scene.browser.searchPublic(scene.descriptor.id(), "hidden-keys", all()));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void thePublicFindsNothingThatItDoesNotSee(Database database) {
        RegisterScene scene = new RegisterScene(database);

        assertThat(scene.searchPublic(Map.of("employer", "无锡示例建材检测有限公司"), "")).containsExactly("苏-002");
        assertThat(scene.searchPublic(Map.of("status", "正常"), "")).hasSize(2);
        assertThat(scene.searchPublic(Map.of(), "无锡示例")).containsExactly("苏-002");
        assertThat(scene.searchPublic(Map.of(), "韩*双")).containsExactly("苏-001");
        assertThat(scene.searchPublic(Map.of(), "韩示双")).isEmpty();
        assertThat(scene.searchPublic(Map.of(), "内部备注")).isEmpty();
        assertThat(scene.searchPublic(Map.of(), "19860101")).isEmpty();
        assertRefused(400, () -> scene.searchPublic(Map.of("person", "韩示双"), ""));
        assertRefused(400, () -> scene.searchPublic(Map.of("idNumber", "320199198601010318"), ""));
        assertRefused(400, () -> scene.searchPublic(Map.of("validTo", "2027-01-31"), ""));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void textsOfAnOlderDeclarationAreNotSearched(Database database) {
        RegisterScene scene = new RegisterScene(database);
        scene.transactions.run(
                em -> em.createNativeQuery("update ZJ_RECORD set DECLARATION = 'older' where JURISDICTION = ?1")
                        .setParameter(1, scene.descriptor.id())
                        .executeUpdate());

        assertThat(scene.searchPublic(Map.of(), "无锡示例")).isEmpty();
        scene.transactions.run(
                em -> new RegistersEditor(em, scene.descriptor.id(), null, NOW).refresh(Testers.REGISTER));
        assertThat(scene.searchPublic(Map.of(), "无锡示例")).containsExactly("苏-002");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void pagesFollowEachOther(Database database) {
        RegisterScene scene = new RegisterScene(database);
        scene.transactions.run(em -> {
            RegistersEditor registers = new RegistersEditor(em, scene.descriptor.id(), null, NOW);
            for (int i = 3; i <= 9; i++) {
                registers.of(Testers.REGISTER).save(tester("苏-00" + i, scene.han.id(), scene.nanjing.id()));
            }
        });

        List<String> found = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Page<RecordView> page = scene.browser.search(
                    scene.office(), scene.descriptor.id(), "testers", new Query(Map.of(), "", cursor, 3));
            found.addAll(keys(page));
            cursor = page.next();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(pages).isEqualTo(3);
        assertThat(found).hasSize(9).isSorted().doesNotHaveDuplicates();
        assertRefused(
                400,
                () -> scene.browser.search(
                        scene.office(), scene.descriptor.id(), "testers", new Query(Map.of(), "", "%%", 3)));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void recordsAreSortedByWhatIsSeenAndOrdered(Database database) {
        RegisterScene scene = new RegisterScene(database);
        scene.transactions.run(em -> {
            RegistersEditor registers = new RegistersEditor(em, scene.descriptor.id(), null, NOW.plusSeconds(1));
            for (int i = 3; i <= 9; i++) {
                registers.of(Testers.REGISTER).save(tester("苏-00" + i, scene.han.id(), scene.nanjing.id()));
            }
            var testers = registers.of(Testers.REGISTER);
            testers.save(testers.find("苏-005").orElseThrow().with(Status.DEPARTED));
        });

        assertThat(sorted(scene, Sort.descending("certificate"))).hasSize(9).startsWith("苏-009", "苏-008");
        assertThat(sorted(scene, Sort.ascending("status"))).hasSize(9).startsWith("苏-005");
        assertThat(sorted(scene, Sort.descending("status"))).hasSize(9).endsWith("苏-005");
        assertThat(sorted(scene, Sort.ascending(RegisterBrowser.CHANGED)))
                .hasSize(9)
                .startsWith("苏-001", "苏-002");
        assertThat(sorted(scene, Sort.descending("validTo"))).hasSize(9).startsWith("苏-009");
        assertRefused(400, () -> sorted(scene, Sort.ascending("remark")));
        assertRefused(400, () -> sorted(scene, Sort.ascending("person")));
        assertRefused(400, () -> sorted(scene, Sort.ascending("nonsense")));
        assertRefused(
                400,
                () -> scene.browser.searchPublic(
                        scene.descriptor.id(), "testers", new Query(Map.of(), "", Sort.ascending("idNumber"), "", 3)));
    }

    private static List<String> sorted(RegisterScene scene, Sort<String> sort) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Page<RecordView> page = scene.browser.search(
                    scene.office(), scene.descriptor.id(), "testers", new Query(Map.of(), "", sort, cursor, 4));
            found.addAll(keys(page));
            cursor = page.next();
        } while (!cursor.isEmpty());
        return found;
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aStatusFollowsTheRecord(Database database) {
        RegisterScene scene = new RegisterScene(database);
        scene.transactions.run(em -> {
            var testers = new RegistersEditor(em, scene.descriptor.id(), null, NOW).of(Testers.REGISTER);
            testers.save(testers.find("苏-001").orElseThrow().with(Status.DEPARTED));
        });

        assertThat(scene.search(scene.office(), Map.of("status", "调离"), "")).containsExactly("苏-001");
        assertThat(scene.search(scene.office(), Map.of(), "正常")).containsExactly("苏-002");
        assertThat(scene.find(scene.office(), "苏-001").version()).isEqualTo(2);
    }
}

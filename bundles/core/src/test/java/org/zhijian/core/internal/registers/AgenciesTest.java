package org.zhijian.core.internal.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.core.internal.registers.RegisterScene.NOW;
import static org.zhijian.core.internal.registers.Testers.tester;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.registers.RecordView;

/** Other agencies read what has been granted to them, and nothing else; on every database. */
class AgenciesTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private static Caller agency(RegisterScene scene) {
        Caller account = scene.caller(Caller.Kind.AGENCY, "", "");
        return new Caller(
                account.kind(),
                "agency-" + scene.descriptor.id(),
                "agency",
                "某局",
                "",
                "",
                "",
                java.util.Set.of(),
                false,
                "");
    }

    private static void grant(RegisterScene scene, String register) {
        scene.transactions.run(em -> Grants.enter(
                em, agency(scene).accountId(), scene.descriptor.id(), Grants.Kind.REGISTER, register, NOW));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void without_a_grant_an_agency_reads_nothing(Database database) {
        RegisterScene scene = new RegisterScene(database);
        grant(scene, "secrets");

        assertThatThrownBy(() -> scene.search(agency(scene), Map.of(), "")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.find(agency(scene), "苏-001")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void with_a_grant_it_finds_a_record_by_the_identity_number_of_the_person(Database database) {
        RegisterScene scene = new RegisterScene(database);
        grant(scene, "testers");

        assertThat(scene.search(agency(scene), Map.of("person", scene.han.idNumber()), ""))
                .containsExactly("苏-001");
        assertThat(scene.search(agency(scene), Map.of("person", "韩示双"), "")).containsExactly("苏-001");
        assertThat(scene.search(agency(scene), Map.of("person", "NOBODY"), "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_a_record_held_before_is_its_history(Database database) {
        RegisterScene scene = new RegisterScene(database);
        scene.transactions.run(em -> new RegistersEditor(em, scene.descriptor.id(), null, NOW.plusSeconds(60))
                .of(Testers.REGISTER)
                .save(tester("苏-001", scene.yang.id(), scene.nanjing.id())));

        List<RecordView> history = scene.browser.history(scene.office(), scene.descriptor.id(), "testers", "苏-001");

        assertThat(history).singleElement().satisfies(before -> {
            assertThat(before.version()).isEqualTo(1);
            assertThat(before.labels()).containsValue("韩示双");
        });
        assertThatThrownBy(() -> scene.browser.history(agency(scene), scene.descriptor.id(), "testers", "苏-001"))
                .isInstanceOf(Refusal.class);
    }
}

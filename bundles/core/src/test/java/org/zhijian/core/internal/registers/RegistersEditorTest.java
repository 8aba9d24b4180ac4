package org.zhijian.core.internal.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.core.internal.registers.Testers.certificates;
import static org.zhijian.core.internal.registers.Testers.tester;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterEditor;
import org.zhijian.core.internal.registers.Testers.Division;
import org.zhijian.core.internal.registers.Testers.Status;
import org.zhijian.core.internal.registers.Testers.Tester;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.RecordEntity;
import org.zhijian.core.internal.store.entity.RecordHistoryEntity;

class RegistersEditorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    /** A jurisdiction of its own. */
    private record Scene(Transactions transactions, String jurisdiction) {
        Scene(Database database) {
            this(new Transactions(database), "j-" + Ids.next().substring(24));
        }

        void edit(Consumer<RegisterEditor<Tester>> work) {
            transactions.run(em -> work.accept(editor(em).of(Testers.REGISTER)));
        }

        RegistersEditor editor(jakarta.persistence.EntityManager em) {
            return new RegistersEditor(em, jurisdiction, "case-1", NOW);
        }

        Optional<Tester> find(String key) {
            return transactions.read(em ->
                    new RegistersView(em, jurisdiction).of(Testers.REGISTER).find(key));
        }

        List<String> where(String column, Object value) {
            return transactions.read(em -> certificates(
                    new RegistersView(em, jurisdiction).of(Testers.REGISTER).where(column, value)));
        }

        RecordEntity entity(String key) {
            return transactions.read(
                    em -> em.find(RecordEntity.class, new RecordEntity.Key(jurisdiction, "testers", key)));
        }

        List<RecordHistoryEntity> history(String key) {
            return transactions.read(em -> em.createQuery(
                            "select h from RecordHistoryEntity h where h.jurisdiction = :j and h.recordKey = :key"
                                    + " order by h.recordVersion",
                            RecordHistoryEntity.class)
                    .setParameter("j", jurisdiction)
                    .setParameter("key", key)
                    .getResultList());
        }
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aRecordComesBackAsItWasKept(Database database) {
        Scene scene = new Scene(database);
        Tester full = tester("A1", "p11", "J1");
        Tester bare =
                new Tester("A2", "", "", "", Status.NORMAL, Set.of(), "", Optional.empty(), BigDecimal.ZERO, 0, false);

        scene.edit(testers -> List.of(full, bare).forEach(testers::save));

        assertThat(scene.find("A1")).contains(full);
        assertThat(scene.find("A2")).contains(bare);
        assertThat(scene.find("A3")).isEmpty();
        assertThat(scene.find("")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void recordsAreFoundByIndexedColumns(Database database) {
        Scene scene = new Scene(database);
        scene.edit(testers -> {
            testers.save(tester("B2", "p11", "J1"));
            testers.save(tester("B1", "p12", "J1"));
            testers.save(tester("B3", "p13", "J2"));
            assertThat(certificates(testers.where("employer", "J1"))).containsExactly("B1", "B2");
        });

        assertThat(scene.where("employer", "J1")).containsExactly("B1", "B2");
        assertThat(scene.where("status", Status.NORMAL)).containsExactly("B1", "B2", "B3");
        assertThat(scene.where("divisions", Division.FOUNDATION)).containsExactly("B1", "B2", "B3");
        assertThat(scene.where("validTo", LocalDate.of(2027, 1, 31))).hasSize(3);
        assertThat(scene.where("employer", "J3")).isEmpty();
        assertThatThrownBy(() -> scene.where("remark", "x"))
                .hasMessageContaining("testers")
                .hasMessageContaining("remark");

        scene.edit(testers -> testers.save(testers.find("B2").orElseThrow().at("J2")));
        assertThat(scene.where("employer", "J1")).containsExactly("B1");
        assertThat(scene.where("employer", "J2")).containsExactly("B2", "B3");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theStatusMachineIsObeyed(Database database) {
        Scene scene = new Scene(database);
        Tester item = tester("C1", "p11", "J1");

        assertThatThrownBy(() -> scene.edit(testers -> testers.save(item.with(Status.DEPARTED))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("testers")
                .hasMessageContaining("C1")
                .hasMessageContaining("DEPARTED");
        scene.edit(testers -> testers.save(item));
        assertThatThrownBy(() -> scene.edit(testers -> testers.save(item.with(Status.CANCELLED))))
                .hasMessage("register testers, record C1: from NORMAL to CANCELLED is not allowed");
        scene.edit(testers -> testers.save(item.with(Status.DEPARTED)));

        assertThat(scene.find("C1").orElseThrow().status()).isEqualTo(Status.DEPARTED);
        assertThat(scene.entity("C1").status()).isEqualTo("DEPARTED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatWasBeforeIsKept(Database database) {
        Scene scene = new Scene(database);
        Tester item = tester("D1", "p11", "J1");
        scene.edit(testers -> testers.save(item));
        scene.edit(testers -> testers.save(item.at("J2")));
        scene.edit(testers -> {
            testers.save(item.at("J3"));
            testers.save(item.at("J3").with(Status.DEPARTED));
        });

        assertThat(scene.entity("D1").recordVersion()).isEqualTo(4);
        List<RecordHistoryEntity> history = scene.history("D1");
        assertThat(history).extracting(RecordHistoryEntity::recordVersion).containsExactly(1, 2, 3);
        assertThat(history).extracting(RecordHistoryEntity::caseId).containsOnly("case-1");
        assertThat(history).extracting(RecordHistoryEntity::until).containsOnly(NOW);
        assertThat(RecordJson.read(history.get(1).data(), Tester.class)).isEqualTo(item.at("J2"));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void savingWhatIsThereWritesNothing(Database database) {
        Scene scene = new Scene(database);
        scene.edit(testers -> testers.save(tester("E1", "p11", "J1")));
        int before = scene.entity("E1").version();

        scene.edit(testers -> testers.save(testers.find("E1").orElseThrow()));

        assertThat(scene.entity("E1").version()).isEqualTo(before);
        assertThat(scene.history("E1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void seedsMayHaveAnyStatusAndReplaceNothing(Database database) {
        Scene scene = new Scene(database);
        Tester item = tester("F1", "p11", "J1").with(Status.CANCELLED);

        scene.transactions().run(em -> scene.editor(em).seed(Testers.REGISTER, item));
        scene.transactions().run(em -> scene.editor(em).seed(Testers.REGISTER, item.at("J2")));

        assertThat(scene.find("F1")).contains(item);
    }

    /** The register as a later version of its module declares it. */
    private record NextTester(
            @Column(value = "证书编号", key = true, open = true) String certificate,
            @Column(value = "次数", index = true) int times) {}

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void recordsOfAnOlderDeclarationAreFoundAfterARefresh(Database database) {
        Scene scene = new Scene(database);
        Register<NextTester> next = Register.register("testers", "检测人员台账", NextTester.class);
        scene.edit(testers -> testers.save(tester("G1", "p11", "J1")));

        scene.transactions().run(em -> {
            RegisterEditor<NextTester> testers = scene.editor(em).of(next);
            assertThat(testers.find("G1")).contains(new NextTester("G1", 3));
            assertThat(testers.where("times", 3)).isEmpty();
            scene.editor(em).refresh(next);
            assertThat(testers.where("times", 3)).containsExactly(new NextTester("G1", 3));
        });
        assertThat(scene.entity("G1").recordVersion()).isEqualTo(1);
        assertThat(scene.where("employer", "J1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void jurisdictionsDoNotSeeEachOther(Database database) {
        Scene scene = new Scene(database);
        Scene other = new Scene(database);
        scene.edit(testers -> testers.save(tester("H1", "p11", "J1")));

        assertThat(other.find("H1")).isEmpty();
        assertThat(other.where("employer", "J1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void keysAndValuesMayBeLong(Database database) {
        Scene scene = new Scene(database);
        String organisation = "机".repeat(300);
        scene.edit(testers -> testers.save(tester("I".repeat(100), "p11", organisation)));

        assertThat(scene.where("employer", organisation)).hasSize(1);
        assertThatThrownBy(() -> scene.edit(testers -> testers.save(tester("I".repeat(101), "p11", "J1"))))
                .hasMessageContaining("testers");
    }
}

package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Titled;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.registers.RegistersEditor;
import org.zhijian.core.internal.registers.RegistersView;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.EventEntity;

/** What days do to records by themselves, on every database; today is 2026-11-20. */
class DayWatchTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final SmsTemplate REMINDER = new SmsTemplate("TEST_REMINDER", "通知", "许可证{number}即将到期");

    enum Status implements Titled {
        VALID("有效"),
        EXPIRED("过期");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    record Permit(
            @Column(value = "编号", key = true) String number,
            @Column(value = "状态", status = true, index = true) Status status,
            @Column("有效期至") Optional<LocalDate> validTo,
            @Column("提醒日期") Optional<LocalDate> remindedOn) {

        Optional<LocalDate> runsOutOn() {
            return validTo.filter(day -> status == Status.VALID).map(day -> day.plusDays(1));
        }

        Optional<LocalDate> remindOn() {
            return validTo.filter(day -> status == Status.VALID && remindedOn.isEmpty())
                    .map(day -> day.minusDays(30));
        }

        static void runOut(Permit permit, CaseFacts facts, Changes changes) {
            if (permit.number.startsWith("BAD")) {
                throw new IllegalArgumentException("a rule with a fault");
            }
            changes.of(PERMITS).save(new Permit(permit.number, Status.EXPIRED, permit.validTo, permit.remindedOn));
        }

        static void remind(Permit permit, CaseFacts facts, Changes changes) {
            changes.sms("13900000001", REMINDER, Map.of("number", permit.number));
            changes.of(PERMITS)
                    .save(new Permit(permit.number, permit.status, permit.validTo, Optional.of(facts.today())));
        }
    }

    private static final Register<Permit> PLAIN = Register.register("permits", "许可台账", Permit.class)
            .statuses(StatusMachine.beginningWith(Status.VALID).allow(Status.VALID, Status.EXPIRED));
    private static final Register<Permit> PERMITS = PLAIN.onDay("remind", "到期前提醒", Permit::remindOn, Permit::remind)
            .onDay("expire", "有效期届满", Permit::runsOutOn, Permit::runOut);

    /** A jurisdiction of its own with this register. */
    private static final class Scene {
        private final String jurisdiction = "days-" + Ids.next().substring(24);
        private final TestClock clock = new TestClock();
        private final Transactions transactions;
        private final DayWatch watch;

        Scene(Database database) {
            transactions = new Transactions(database);
            Descriptor descriptor = Descriptor.jurisdiction(jurisdiction, "示例镇")
                    .registers(PERMITS)
                    .build();
            watch = new DayWatch(transactions, clock.time(), new Running(descriptor));
        }

        void keep(Register<Permit> register, Permit permit) {
            transactions.run(em -> new RegistersEditor(em, jurisdiction, null, clock.instant())
                    .of(register)
                    .save(permit));
        }

        void refresh() {
            transactions.run(em -> new RegistersEditor(em, jurisdiction, null, clock.instant()).refresh(PERMITS));
        }

        Permit permit(String number) {
            return transactions.read(em ->
                    new RegistersView(em, jurisdiction).of(PERMITS).find(number).orElseThrow());
        }

        /** The texts of this jurisdiction's SMS that wait or were sent. */
        long messages() {
            return transactions.read(em -> em.createQuery(
                            "select count(m) from OutboxEntity m where m.jurisdiction = :j and m.template = :t",
                            Long.class)
                    .setParameter("j", jurisdiction)
                    .setParameter("t", REMINDER.id())
                    .getSingleResult());
        }

        List<String> audit() {
            return transactions.read(em -> em
                    .createQuery(
                            "select e from EventEntity e where e.stream = 'days' order by e.seq", EventEntity.class)
                    .getResultList()
                    .stream()
                    .filter(event -> event.detail().contains(jurisdiction))
                    .map(EventEntity::title)
                    .toList());
        }
    }

    private record Running(Descriptor only) implements Modules {
        @Override
        public List<Descriptor> running() {
            return List.of(only);
        }

        @Override
        public Optional<Descriptor> descriptor(String jurisdiction) {
            return Optional.of(only).filter(descriptor -> descriptor.id().equals(jurisdiction));
        }

        @Override
        public String version(String jurisdiction) {
            return "1.0.0";
        }

        @Override
        public Optional<String> currentHash(String jurisdiction, String procedure) {
            return Optional.empty();
        }

        @Override
        public Optional<Behaviour> behaviour(String jurisdiction, String procedure, String hash) {
            return Optional.empty();
        }
    }

    private static Permit permit(String number, String validTo) {
        return new Permit(number, Status.VALID, Optional.ofNullable(validTo).map(LocalDate::parse), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_record_moves_by_itself_on_its_day_and_not_before(Database database) {
        Scene scene = new Scene(database);
        scene.keep(PERMITS, permit("P1", "2026-11-20"));
        scene.keep(PERMITS, permit("P2", "2027-11-20"));
        scene.keep(PERMITS, permit("P3", null));

        scene.watch.pass();
        assertThat(scene.permit("P1").status()).isEqualTo(Status.VALID);
        scene.clock.forward(Duration.ofDays(1));
        scene.watch.pass();

        assertThat(scene.permit("P1").status()).isEqualTo(Status.EXPIRED);
        assertThat(scene.permit("P2").status()).isEqualTo(Status.VALID);
        assertThat(scene.permit("P3").status()).isEqualTo(Status.VALID);
        assertThat(scene.audit()).containsExactly("到期前提醒", "有效期届满");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_a_day_brings_is_done_once_and_made_up_for(Database database) {
        Scene scene = new Scene(database);
        scene.keep(PERMITS, permit("P1", "2026-12-01"));

        scene.watch.pass();
        scene.watch.pass();
        assertThat(scene.messages()).isEqualTo(1);
        assertThat(scene.permit("P1").remindedOn()).contains(LocalDate.of(2026, 11, 20));

        scene.keep(PERMITS, permit("P2", "2026-12-01"));
        scene.clock.forward(Duration.ofDays(60));
        scene.watch.pass();
        assertThat(scene.messages()).isEqualTo(2);
        assertThat(scene.permit("P1").status()).isEqualTo(Status.EXPIRED);
        assertThat(scene.permit("P2").status()).isEqualTo(Status.EXPIRED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void records_kept_before_the_rule_was_declared_follow_it(Database database) {
        Scene scene = new Scene(database);
        scene.keep(PLAIN, permit("P1", "2026-11-01"));
        scene.watch.pass();
        assertThat(scene.permit("P1").status()).isEqualTo(Status.VALID);

        scene.refresh();
        scene.watch.pass();
        assertThat(scene.permit("P1").status()).isEqualTo(Status.EXPIRED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_rule_that_fails_changes_nothing_and_keeps_nobody_waiting(Database database) {
        Scene scene = new Scene(database);
        scene.keep(PERMITS, permit("BAD", "2026-11-01"));
        scene.keep(PERMITS, permit("GOOD", "2026-11-02"));

        scene.watch.pass();

        assertThat(scene.permit("BAD")).isEqualTo(permit("BAD", "2026-11-01"));
        assertThat(scene.messages()).isEqualTo(1);
        assertThat(scene.permit("GOOD").status()).isEqualTo(Status.EXPIRED);
    }
}

package org.zhijian.core.internal.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Dictionary;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Dictionary.Use;
import org.zhijian.api.register.Registers;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Databases;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.EventEntity;

/** Whoever oversees a region edits its dictionaries, and forms follow at once; on every database. */
class DictionaryServiceTest {
    private static final Dictionary LEVELS =
            Dictionary.dictionary("levels", "等级", new Option("A", "甲级"), new Option("B", "乙级"));

    private static final class Scene {
        private final String jurisdiction = "dict-" + Ids.next().substring(24);
        private final TestClock clock = new TestClock();
        private final Transactions transactions;
        private final DictionaryService service;
        private final Caller officer;

        Scene(Database database) {
            transactions = new Transactions(database);
            Descriptor descriptor = Descriptor.jurisdiction(jurisdiction, "示例镇")
                    .dictionaries(LEVELS)
                    .build();
            Administration administration = (Administration) Proxy.newProxyInstance(
                    Administration.class.getClassLoader(),
                    new Class<?>[] {Administration.class},
                    (proxy, method, arguments) ->
                            ((Caller) arguments[0]).displayName().equals("管理员"));
            service = new DictionaryService(
                    new OneJurisdiction(descriptor),
                    administration,
                    transactions,
                    new Writes(transactions, clock.time()),
                    clock.time());
            officer = caller("管理员");
            begin();
        }

        /** The module is taken in, for the first time or again. */
        void begin() {
            transactions.run(
                    em -> LEVELS.initial().forEach(entry -> new RegistersEditor(em, jurisdiction, null, clock.instant())
                            .seed(LEVELS.register(), entry)));
        }

        Caller caller(String name) {
            String account = transactions.write(em -> new Accounts(em)
                    .create(
                            new Accounts.NewAccount(
                                    jurisdiction,
                                    "u" + name.hashCode(),
                                    Caller.Kind.OFFICE,
                                    name,
                                    "",
                                    "",
                                    Set.of(),
                                    "",
                                    "x",
                                    false),
                            clock.instant()));
            return new Caller(
                    Caller.Kind.OFFICE, account, "u", name, jurisdiction, "", "", Set.of("office"), false, "");
        }

        List<Entry> save(Entry entry) {
            return service.save(officer, Once.UNKEYED, jurisdiction, "levels", entry)
                    .entries();
        }

        <T> T asked(java.util.function.Function<CaseFacts, T> question) {
            return transactions.read(em -> question.apply(facts(em)));
        }

        private CaseFacts facts(EntityManager em) {
            Registers registers = new RegistersView(em, jurisdiction);
            return (CaseFacts) Proxy.newProxyInstance(
                    CaseFacts.class.getClassLoader(),
                    new Class<?>[] {CaseFacts.class},
                    (proxy, method, arguments) -> registers);
        }

        List<String> choices() {
            return asked(facts -> LEVELS.options().search(facts, "", 10)).stream()
                    .map(Option::label)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void what_the_office_edits_is_what_forms_offer(Database database) {
        Scene scene = new Scene(database);
        assertThat(scene.choices()).containsExactly("甲级", "乙级");

        scene.save(new Entry("C", " 丙级 ", 5, Use.IN_USE));
        scene.save(new Entry("A", "甲级（综合）", 10, Use.IN_USE));
        assertThat(scene.choices()).containsExactly("丙级", "甲级（综合）", "乙级");
        scene.begin();
        assertThat(scene.choices()).as("a restart takes nothing back").contains("甲级（综合）");
        assertThat(scene.service.list(scene.officer, scene.jurisdiction))
                .singleElement()
                .satisfies(content -> assertThat(content.entries()).hasSize(3));
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void a_retired_entry_is_not_chosen_any_more_and_keeps_its_name(Database database) {
        Scene scene = new Scene(database);
        scene.save(new Entry("B", "乙级", 20, Use.RETIRED));

        assertThat(scene.choices()).containsExactly("甲级");
        Optional<Option> chosen = scene.asked(facts -> LEVELS.options().find(facts, "B"));
        assertThat(chosen).isEmpty();
        Optional<String> name = scene.asked(facts -> LEVELS.options().label(facts, "B"));
        assertThat(name).contains("乙级");
        Optional<String> unknown = scene.asked(facts -> LEVELS.labelOf(facts, "Z"));
        assertThat(unknown).isEmpty();
        scene.save(new Entry("B", "乙级", 20, Use.IN_USE));
        assertThat(scene.choices()).containsExactly("甲级", "乙级");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void each_change_is_noted_with_what_was_and_what_is_and_none_without_a_change(Database database) {
        Scene scene = new Scene(database);
        scene.save(new Entry("B", "乙级", 20, Use.IN_USE));
        scene.save(new Entry("B", "二级", 20, Use.IN_USE));

        List<EventEntity> events = scene.transactions.read(em -> em.createQuery(
                        "select e from EventEntity e where e.stream = :account and e.action = 'DICTIONARY'",
                        EventEntity.class)
                .setParameter("account", scene.officer.accountId())
                .getResultList());
        assertThat(events).singleElement().satisfies(event -> assertThat(event.detail())
                .contains("乙级（20，启用）", "二级（20，启用）", "levels"));
    }

    static Stream<Arguments> refusals() {
        return Databases.shared()
                .flatMap(database -> Stream.of(
                        Arguments.of(database.getPayload(), new Entry("", "丙级", 1, Use.IN_USE), "code"),
                        Arguments.of(database.getPayload(), new Entry("../x", "丙级", 1, Use.IN_USE), "code"),
                        Arguments.of(database.getPayload(), new Entry("C", " ", 1, Use.IN_USE), "label"),
                        Arguments.of(database.getPayload(), new Entry("C", "级".repeat(101), 1, Use.IN_USE), "label"),
                        Arguments.of(database.getPayload(), new Entry("C", "甲级", 1, Use.IN_USE), "label"),
                        Arguments.of(database.getPayload(), new Entry("C", "丙级", -1, Use.IN_USE), "position")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_cannot_be_is_refused_at_its_field(Database database, Entry entry, String field) {
        Scene scene = new Scene(database);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> scene.save(entry));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.violations().get(0).field()).isEqualTo(field);
        assertThat(scene.choices()).containsExactly("甲级", "乙级");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void others_may_not(Database database) {
        Scene scene = new Scene(database);
        Caller other = scene.caller("经办人");
        Entry entry = new Entry("C", "丙级", 1, Use.IN_USE);

        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> scene.service.save(other, Once.UNKEYED, scene.jurisdiction, "levels", entry))
                        .kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> scene.service.save(
                                        scene.officer, Once.UNKEYED, scene.jurisdiction, "unknown", entry))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }
}

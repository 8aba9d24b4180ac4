package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.query.Source.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Descriptor;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Credential;
import org.zhijian.api.query.Query;
import org.zhijian.api.query.Source.Answer;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.registers.RegistersEditor;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.SourceEntity;

/** What jurisdictions tell each other, and who is missed when it does not. */
class InquiriesTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private record Licence(
            @Column(value = "编号", key = true) String number, @Column(value = "持有人", index = true) String person) {}

    private static final Register<Licence> LICENCES = Register.register("licences", "证书", Licence.class);

    private final Query<Credential> licences = Credential.kind(Ids.next(), "示例执业证书");
    private final Running running = new Running();

    @ParameterizedTest
    @MethodSource(DATABASES)
    void the_answers_of_all_jurisdictions_are_put_together(Database database) {
        Transactions transactions = new Transactions(database);
        String east = answering(
                transactions,
                "东市",
                asked -> licencesOf(asked.registers().of(LICENCES).where("person", asked.personId())));
        answering(transactions, "西市", asked -> List.of(credential("W-1", asked.personId())));
        transactions.run(em -> new RegistersEditor(em, east, null, java.time.Instant.EPOCH)
                .of(LICENCES)
                .save(new Licence("E-1", "p1")));

        Answers<Credential> answers = ask(transactions, "p1");

        assertThat(answers.found()).extracting(Credential::number).containsExactlyInAnyOrder("E-1", "W-1");
        assertThat(answers.isComplete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_jurisdiction_that_has_answered_before_and_does_not_run_is_named(Database database) {
        Transactions transactions = new Transactions(database);
        String east = answering(transactions, "东市", asked -> List.of(credential("E-1", asked.personId())));
        answering(transactions, "西市", asked -> List.of());
        running.stop(east);

        Answers<Credential> answers = ask(transactions, "p1");

        assertThat(answers.found()).isEmpty();
        assertThat(answers.silentNames()).isEqualTo("东市");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void one_that_fails_is_as_silent_as_one_that_is_gone_and_stops_nobody(Database database) {
        Transactions transactions = new Transactions(database);
        answering(transactions, "东市", asked -> {
            throw new IllegalStateException("a fault of the module");
        });
        answering(transactions, "西市", asked -> List.of(credential("W-1", asked.personId())));

        Answers<Credential> answers = ask(transactions, "p1");

        assertThat(answers.found()).extracting(Credential::number).containsExactly("W-1");
        assertThat(answers.silent()).containsExactly("东市");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void where_nobody_was_ever_met_the_question_itself_is_unanswered(Database database) {
        Answers<Credential> answers = ask(new Transactions(database), "p1");

        assertThat(answers.isComplete()).isFalse();
        assertThat(answers.silentNames()).isEqualTo("示例执业证书");
    }

    private Answers<Credential> ask(Transactions transactions, String person) {
        return transactions.read(em -> new Inquiries(em, running, TODAY, new DirectoryView(em)).ask(licences, person));
    }

    private static List<Credential> licencesOf(List<Licence> found) {
        return found.stream()
                .map(licence -> credential(licence.number(), licence.person()))
                .toList();
    }

    private static Credential credential(String number, String person) {
        return new Credential(number, person, "", List.of(), Optional.empty());
    }

    /** Installs a jurisdiction that answers so. */
    private String answering(Transactions transactions, String title, Answer<Credential> answer) {
        String id = "j-" + Ids.next().substring(24);
        running.start(Descriptor.jurisdiction(id, title)
                .registers(LICENCES)
                .answers(source(licences, answer))
                .build());
        transactions.run(em -> em.persist(new SourceEntity(licences.id(), id, title)));
        return id;
    }

    /** The modules that run. */
    private static final class Running implements Modules {
        private final List<Descriptor> descriptors = new ArrayList<>();

        void start(Descriptor descriptor) {
            descriptors.add(descriptor);
        }

        void stop(String jurisdiction) {
            descriptors.removeIf(descriptor -> descriptor.id().equals(jurisdiction));
        }

        @Override
        public List<Descriptor> running() {
            return List.copyOf(descriptors);
        }

        @Override
        public Optional<Descriptor> descriptor(String jurisdiction) {
            return descriptors.stream()
                    .filter(descriptor -> descriptor.id().equals(jurisdiction))
                    .findFirst();
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
}

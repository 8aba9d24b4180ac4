package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Query;
import org.zhijian.api.query.Source;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.modules.Sources;
import org.zhijian.core.internal.registers.RegistersView;
import org.zhijian.core.internal.store.entity.SourceEntity;

/**
 * What jurisdictions answer each other, read in the transaction of whoever asks: what one has just decided, the other sees. Whoever is known to
 * answer and does not, because it is not running or fails, is named. Not thread-safe.
 */
final class Inquiries {
    private final EntityManager em;
    private final Modules modules;
    private final LocalDate today;
    private final Directory directory;

    Inquiries(EntityManager em, Modules modules, LocalDate today, Directory directory) {
        this.em = em;
        this.modules = modules;
        this.today = today;
        this.directory = directory;
    }

    <A extends Record> Answers<A> ask(Query<A> query, String personId) {
        List<SourceEntity> known = Sources.of(em, query.id());
        if (known.isEmpty()) {
            return new Answers<>(List.of(), List.of(query.title()));
        }
        List<A> found = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (SourceEntity source : known) {
            answer(source.jurisdiction(), query, personId)
                    .ifPresentOrElse(found::addAll, () -> silent.add(source.title()));
        }
        return new Answers<>(found, silent);
    }

    /** What a jurisdiction answers; empty if it does not. */
    private <A extends Record> Optional<List<A>> answer(String jurisdiction, Query<A> query, String personId) {
        return modules.descriptor(jurisdiction)
                .flatMap(descriptor -> source(descriptor, query))
                .flatMap(source -> answer(jurisdiction, source, personId))
                .map(answers -> answers.stream().map(query.type()::cast).toList());
    }

    private static Optional<Source<?>> source(Descriptor descriptor, Query<?> query) {
        return descriptor.answers().stream()
                .filter(source -> source.query().equals(query))
                .findFirst();
    }

    private Optional<? extends List<? extends Record>> answer(String jurisdiction, Source<?> source, String personId) {
        Source.Asked asked = new Source.Asked(personId, today, directory, new RegistersView(em, jurisdiction));
        try {
            return Optional.of(ModuleCode.call(
                    jurisdiction, "an answer", () -> source.answer().of(asked)));
        } catch (Refusal faulty) {
            // Logged and counted already; its fault is not the asker's.
            return Optional.empty();
        }
    }
}

package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.chain.Step;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.calendar.Calendars;
import org.zhijian.core.internal.modules.DefinitionStore;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;

/** Makes the readers of cases, one for each transaction. Thread-safe. */
@Component(service = Readers.class)
public final class Readers {
    private final Time time;
    private final Modules modules;
    private final DefinitionStore definitions;
    private final Attachments attachments;
    private final Calendars calendars;
    private final Deputies deputies;

    @Activate
    public Readers(
            @Reference Time time,
            @Reference Modules modules,
            @Reference DefinitionStore definitions,
            @Reference Attachments attachments,
            @Reference Calendars calendars,
            @Reference Deputies deputies) {
        this.time = time;
        this.modules = modules;
        this.definitions = definitions;
        this.attachments = attachments;
        this.calendars = calendars;
        this.deputies = deputies;
    }

    CaseReader of(EntityManager em) {
        return new CaseReader(em, time, modules, definitions, attachments, calendars, deputies);
    }

    /** The facts that go with this transaction. */
    FactsFinder facts(EntityManager em) {
        return FactsFinder.of(em, time, modules);
    }

    /** The step of a task, of the definition that its case is pinned to. */
    Step step(EntityManager em, TaskEntity task) {
        CaseEntity entity = em.find(CaseEntity.class, task.caseId());
        return definitions.definition(em, entity.definition()).step(task.step()).orElseThrow();
    }
}

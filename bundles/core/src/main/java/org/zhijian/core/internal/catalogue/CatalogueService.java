package org.zhijian.core.internal.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Descriptor;
import org.zhijian.api.check.Region;
import org.zhijian.api.check.Regions;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.internal.cases.CasePolicy;
import org.zhijian.core.internal.cases.FactsFinder;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.modules.ModuleState;

/** What is installed, as everybody may ask. */
@Component(service = Catalogue.class)
public final class CatalogueService implements Catalogue {
    private static final int PAGE = 50;

    private final Modules modules;
    private final Transactions transactions;
    private final Time time;

    @Activate
    public CatalogueService(@Reference Modules modules, @Reference Transactions transactions, @Reference Time time) {
        this.modules = modules;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public List<Entry> jurisdictions() {
        return modules.running().stream()
                .map(descriptor -> new Entry(descriptor, modules.version(descriptor.id()), ModuleState.RUNNING))
                .toList();
    }

    @Override
    public Optional<Entry> known(String jurisdiction) {
        String version = modules.version(jurisdiction);
        return modules.descriptor(jurisdiction)
                .map(descriptor ->
                        new Entry(descriptor, version, version.isEmpty() ? ModuleState.GONE : ModuleState.RUNNING));
    }

    @Override
    public Descriptor jurisdiction(String jurisdiction) {
        return modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
    }

    @Override
    public Procedure procedure(String jurisdiction, String procedure) {
        return jurisdiction(jurisdiction).procedure(procedure).orElseThrow(Refusal::notFound);
    }

    @Override
    public String versionOf(String jurisdiction, String procedure) {
        return modules.currentHash(jurisdiction, procedure).orElseThrow(Refusal::moduleNotRunning);
    }

    @Override
    public List<Offer> offers(Caller caller) {
        Admission.require(caller);
        Optional<Descriptor> home = modules.descriptor(caller.jurisdiction());
        if (home.isEmpty() || modules.version(caller.jurisdiction()).isEmpty()) {
            return List.of();
        }
        return ModuleCode.limited(() -> transactions.read(em -> {
            CaseFacts facts = new FactsFinder(em, time, modules)
                    .ofCaller(caller, caller.jurisdiction(), FormData.EMPTY, Moment.OFFERING);
            Set<String> types = CasePolicy.types(em, caller, facts.applicant());
            return home.get().procedures().stream()
                    .filter(procedure -> CasePolicy.mayStart(procedure.startedBy(), caller, types))
                    .map(procedure -> new Offer(caller.jurisdiction(), procedure, obstacles(procedure, facts, caller)))
                    .toList();
        }));
    }

    private static List<Finding> obstacles(Procedure procedure, CaseFacts facts, Caller caller) {
        return procedure.offered().stream()
                .flatMap(guard -> ModuleCode.call(caller.jurisdiction(), "a guard", () -> guard.check(facts)).stream())
                .toList();
    }

    @Override
    public Page<Option> options(
            Caller caller,
            String jurisdiction,
            String procedure,
            String field,
            FormData form,
            String text,
            String cursor) {
        Admission.require(caller);
        Procedure definition = procedure(jurisdiction, procedure);
        if (!caller.jurisdiction().equals(jurisdiction)) {
            throw Refusal.notFound();
        }
        if (modules.version(jurisdiction).isEmpty()) {
            throw Refusal.moduleNotRunning();
        }
        FieldType type = type(definition, field);
        int from = cursor.isBlank() ? 0 : (int) Math.min(10_000, Cursor.number(Cursor.parts(cursor, 1)[0]));
        List<Option> found = choices(caller, jurisdiction, type, form, text.strip(), from + PAGE + 1);
        List<Option> page = found.stream().skip(from).limit(PAGE).toList();
        boolean more = found.size() > from + PAGE;
        return new Page<>(page, more ? Cursor.of(Integer.toString(from + PAGE)) : "");
    }

    private static FieldType type(Procedure definition, String field) {
        return fields(definition)
                .filter(candidate -> candidate.id().equals(field))
                .findFirst()
                .orElseThrow(Refusal::notFound)
                .type();
    }

    @Override
    public List<Option> preselected(Caller caller, String jurisdiction, String procedure, String field, FormData form) {
        Admission.require(caller);
        Procedure definition = procedure(jurisdiction, procedure);
        if (!caller.jurisdiction().equals(jurisdiction)) {
            throw Refusal.notFound();
        }
        if (!(type(definition, field) instanceof FieldType.Reference reference)) {
            return List.of();
        }
        return transactions.read(em -> {
            CaseFacts facts = new FactsFinder(em, time, modules).ofCaller(caller, jurisdiction, form, Moment.FILLING);
            return ModuleCode.call(
                    jurisdiction, "choices", () -> reference.options().preselected(facts));
        });
    }

    /** The fields of the applicant and of all steps, with the columns of their tables. */
    private static Stream<Field> fields(Procedure definition) {
        return Stream.concat(
                        definition.form().fields().stream(),
                        definition.chain().steps().flatMap(step -> step.form().fields().stream()))
                .flatMap(field -> field.type() instanceof FieldType.Table table
                        ? Stream.concat(Stream.of(field), table.columns().stream())
                        : Stream.of(field));
    }

    private List<Option> choices(
            Caller caller, String jurisdiction, FieldType type, FormData form, String text, int limit) {
        if (type instanceof FieldType.Choice choice) {
            return choice.options().stream()
                    .filter(option -> option.label().contains(text))
                    .toList();
        }
        if (type instanceof FieldType.Region region) {
            return Regions.current()
                    .filter(candidate -> candidate.code().startsWith(region.within()))
                    .map(CatalogueService::option)
                    .filter(option -> option.label().contains(text))
                    .limit(limit)
                    .toList();
        }
        if (type instanceof FieldType.Reference reference) {
            return transactions.read(em -> {
                CaseFacts facts =
                        new FactsFinder(em, time, modules).ofCaller(caller, jurisdiction, form, Moment.FILLING);
                return ModuleCode.call(
                        jurisdiction, "choices", () -> reference.options().search(facts, text, limit));
            });
        }
        throw Refusal.notFound();
    }

    private static Option option(Region region) {
        return new Option(region.code(), Regions.fullName(region.code()).orElse(region.name()));
    }
}

package org.zhijian.core.internal.registers;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.CaseFacts.Moment;
import org.zhijian.api.register.RecordAct;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.internal.cases.FactsFinder;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.registers.RecordActs;
import org.zhijian.core.registers.RegisterBrowser;

/** Matters that are started from a record: the record is seen as its reader may see it, and the case started as any other. Thread-safe. */
@Component(service = RecordActs.class)
public final class RecordActsService implements RecordActs {
    private final RegisterBrowser browser;
    private final Catalogue catalogue;
    private final Cases cases;
    private final Transactions transactions;
    private final Time time;
    private final Modules modules;

    @Activate
    public RecordActsService(
            @Reference RegisterBrowser browser,
            @Reference Catalogue catalogue,
            @Reference Cases cases,
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference Modules modules) {
        this.browser = browser;
        this.catalogue = catalogue;
        this.cases = cases;
        this.transactions = transactions;
        this.time = time;
        this.modules = modules;
    }

    /** An act of a record, and the form with which it starts. */
    private record Prepared(RecordAct<?> act, FormData form) {}

    @Override
    public List<Offered> of(Caller caller, String jurisdiction, String register, String key) {
        return prepare(caller, jurisdiction, register, key)
                .map(Prepared::act)
                .map(act -> new Offered(act.id(), act.title(), act.procedure()))
                .toList();
    }

    @Override
    public CaseView start(Caller caller, Once once, String jurisdiction, String register, String key, String act) {
        Prepared prepared = prepare(caller, jurisdiction, register, key)
                .filter(offered -> offered.act().id().equals(act))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return cases.start(caller, once, jurisdiction, prepared.act().procedure(), prepared.form());
    }

    private Stream<Prepared> prepare(Caller caller, String jurisdiction, String register, String key) {
        browser.find(caller, jurisdiction, register, key);
        Set<String> startable = catalogue.offers(caller).stream()
                .map(offer -> offer.procedure().id())
                .collect(Collectors.toSet());
        return transactions
                .read(em -> {
                    CaseFacts facts = new FactsFinder(em, time, modules)
                            .ofCaller(caller, jurisdiction, FormData.EMPTY, Moment.FILLING);
                    return prepare(jurisdiction, browser.register(jurisdiction, register), key, facts);
                })
                .stream()
                .filter(prepared -> startable.contains(prepared.act().procedure()));
    }

    private static <R extends Record> List<Prepared> prepare(
            String jurisdiction, Register<R> register, String key, CaseFacts facts) {
        Function<R, List<Prepared>> acts = item -> register.acts().stream()
                .filter(act -> act.when().test(item))
                .map(act -> new Prepared(act, act.form().apply(item, facts)))
                .toList();
        return facts.registers()
                .of(register)
                .find(key)
                .map(item -> ModuleCode.call(jurisdiction, "an act of a record", () -> acts.apply(item)))
                .orElse(List.of());
    }
}

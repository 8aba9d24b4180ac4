package org.zhijian.core.internal.registers;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.modules.ModuleState;

/** A catalogue in which one jurisdiction without procedures is installed. */
record OneJurisdiction(Descriptor descriptor) implements Catalogue {

    @Override
    public List<Entry> jurisdictions() {
        return List.of(new Entry(descriptor, "1.0.0", ModuleState.RUNNING));
    }

    @Override
    public Optional<Entry> known(String jurisdiction) {
        return jurisdictions().stream()
                .filter(entry -> entry.descriptor().id().equals(jurisdiction))
                .findFirst();
    }

    @Override
    public Descriptor jurisdiction(String jurisdiction) {
        if (!jurisdiction.equals(descriptor.id())) {
            throw Refusal.notFound();
        }
        return descriptor;
    }

    @Override
    public Procedure procedure(String jurisdiction, String procedure) {
        throw Refusal.notFound();
    }

    @Override
    public String versionOf(String jurisdiction, String procedure) {
        throw Refusal.notFound();
    }

    @Override
    public List<Offer> offers(Caller caller) {
        return List.of();
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
        throw Refusal.notFound();
    }

    @Override
    public List<Option> preselected(Caller caller, String jurisdiction, String procedure, String field, FormData form) {
        return List.of();
    }
}

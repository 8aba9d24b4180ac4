package org.zhijian.portal.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.CaseView;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.form.FieldPlace;
import org.zhijian.portal.visit.Visit;

/** A case while its applicant fills it in: what is filled in, and what the core said about it last. */
final class Draft {
    private final Visit visit;
    private CaseView view;
    private FormData data;

    Draft(Visit visit, CaseView view) {
        this.visit = visit;
        this.view = view;
        this.data = view.form();
    }

    CaseView view() {
        return view;
    }

    Procedure procedure() {
        return view.definition();
    }

    FormData data() {
        return data;
    }

    /** The form that is filled in by steps ①, the ticks of step ② kept. */
    void form(FormData form) {
        FormData merged = form;
        for (Field tick : ticks()) {
            merged = merged.with(tick.id(), data.values().get(tick.id()));
        }
        data = merged;
    }

    void data(FormData changed) {
        data = changed;
    }

    /** @throws org.zhijian.core.access.Refusal if something in the form cannot be kept */
    void save() {
        view = visit.platform()
                .cases()
                .save(visit.caller(), ActButton.press(), view.line().id(), data);
    }

    /** Asks the core anew, after a file came or went. */
    void reload() {
        view = visit.platform().cases().view(visit.caller(), view.line().id());
    }

    /** What forbids to submit now. */
    List<Violation> problems() {
        return view.findings().stream()
                .filter(Finding::isError)
                .map(Violation::of)
                .toList();
    }

    /** What forbids to go on from the form: all but what is wrong with the attachments. */
    List<Violation> problemsOfForm() {
        Set<String> later = places();
        return problems().stream()
                .filter(violation ->
                        !later.contains(FieldPlace.of(violation.field()).field()))
                .toList();
    }

    /** What forbids to go on from the attachments. */
    List<Violation> problemsOfAttachments() {
        Set<String> here = places();
        return problems().stream()
                .filter(violation -> here.contains(violation.field()))
                .toList();
    }

    /** What the rules have to say about the whole, and what they warn of. */
    List<Finding> remarks() {
        return view.findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.PASSED)
                .filter(finding -> !finding.isError() || finding.field().isBlank())
                .toList();
    }

    private Set<String> places() {
        Set<String> places = procedure().slots().stream().map(Slot::id).collect(Collectors.toSet());
        ticks().forEach(tick -> places.add(tick.id()));
        return places;
    }

    private List<Field> ticks() {
        return procedure().slots().stream()
                .filter(Slot::isSealed)
                .map(Slot::sealField)
                .toList();
    }

    Visit visit() {
        return visit;
    }
}

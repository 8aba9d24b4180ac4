package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.words.Asked;
import org.zhijian.portal.form.Choices;
import org.zhijian.portal.form.FieldControl;
import org.zhijian.portal.form.FormFields;
import org.zhijian.portal.visit.Visit;

/** All slots of a form with the ticks of their seals. */
public final class Slots extends Div {
    private static final Choices NO_CHOICES = new Choices() {
        @Override
        public Page<org.zhijian.api.form.Option> find(String field, FormData form, String text, String cursor) {
            return new Page<>(List.of(), "");
        }

        @Override
        public String label(String place) {
            return "";
        }
    };

    private final transient Visit visit;
    private final transient Files files;
    private final transient Supplier<FormData> form;
    private final transient List<Slot> slots;
    private final transient List<FieldControl> ticks = new ArrayList<>();
    private final List<SlotBox> boxes = new ArrayList<>();
    private transient Runnable afterwards = () -> {};

    /**
     * @param form what is filled in now, by which slots are wanted or not
     */
    public Slots(Visit visit, Files files, List<Slot> slots, Supplier<FormData> form) {
        this.visit = visit;
        this.files = files;
        this.slots = slots;
        this.form = form;
        addClassName("zj-slots");
        FormFields fields = new FormFields(NO_CHOICES, form);
        for (Slot slot : slots) {
            Optional<FieldControl> tick =
                    slot.isSealed() ? Optional.of(fields.control(slot.sealField())) : Optional.empty();
            tick.ifPresent(control -> {
                control.show(form.get().values().get(control.field().id()));
                control.whenChanged(() -> afterwards.run());
                ticks.add(control);
            });
            SlotBox box = new SlotBox(visit.platform(), files, slot, tick, this::changed);
            boxes.add(box);
            add(box);
        }
        show();
    }

    /** What is to be done after a file has come or gone or a tick was set. */
    void whenChanged(Runnable listener) {
        afterwards = listener;
    }

    private void changed() {
        show();
        afterwards.run();
    }

    /** Shows what is attached now, and the slots that are wanted now. */
    public void show() {
        Caller caller = visit.caller();
        List<AttachmentView> attachments = slots.isEmpty() ? List.of() : files.current(caller);
        FormData data = form.get();
        Set<String> filled = new HashSet<>();
        attachments.forEach(file -> filled.add(file.slot()));
        Set<String> wanted = new HashSet<>();
        Asked.slots(slots, data, filled).forEach(slot -> wanted.add(slot.id()));
        boxes.forEach(box -> {
            box.setVisible(wanted.contains(box.id()));
            box.show(caller, attachments, data);
        });
    }

    /** The data with the ticks of these slots. */
    public FormData with(FormData data) {
        FormData ticked = data;
        for (FieldControl tick : ticks) {
            ticked = ticked.with(tick.field().id(), tick.value());
        }
        return ticked;
    }

    public boolean has(String name) {
        return boxes.stream().anyMatch(box -> box.isMeant(name));
    }

    /** Shows the violations at their slots, and takes back all others. */
    public void refuse(List<Violation> violations) {
        boxes.forEach(box -> {
            box.clear();
            violations.stream()
                    .filter(violation -> box.isMeant(violation.field()))
                    .forEach(violation -> box.refuse(violation.field(), violation.message()));
        });
    }

    public void focus(String name) {
        boxes.stream().filter(box -> box.isMeant(name)).findFirst().ifPresent(SlotBox::focus);
    }
}

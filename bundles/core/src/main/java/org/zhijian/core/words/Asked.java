package org.zhijian.core.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;

/** What a form asks for, given what is filled in. Pure functions. */
public final class Asked {
    private Asked() {}

    /** Ids of the visible fields. A field that goes may hide others, as in the core. */
    public static Set<String> visible(Form form, FormData data) {
        FormData left = data;
        int before;
        do {
            before = left.values().size();
            FormData seen = left;
            for (Field field : form.fields()) {
                if (!field.visibility().test(seen)) {
                    left = left.with(field.id(), null);
                }
            }
        } while (left.values().size() < before);
        FormData settled = left;
        Set<String> visible = new LinkedHashSet<>();
        form.fields().stream()
                .filter(field -> field.visibility().test(settled))
                .forEach(field -> visible.add(field.id()));
        return visible;
    }

    /** The data without what is not asked for. */
    public static FormData only(Set<String> visible, Form form, FormData data) {
        FormData kept = data;
        for (Field field : form.fields()) {
            if (!visible.contains(field.id())) {
                kept = kept.with(field.id(), null);
            }
        }
        return kept;
    }

    public static boolean isRequired(Field field, FormData data) {
        return field.requirement().test(data);
    }

    /** The slots to show: those wanted now, those that are always optional, and those that hold files. */
    public static List<Slot> slots(List<Slot> slots, FormData data, Set<String> filled) {
        return slots.stream()
                .filter(slot -> slot.requirement() instanceof Condition.Never
                        || slot.requirement().test(data)
                        || filled.contains(slot.id()))
                .toList();
    }
}

package org.zhijian.core.internal.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhijian.api.check.Regions;
import org.zhijian.api.check.Verdict;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;

/** What may be said of a single value that is given. Tables are walked by {@link FormCheck}. */
final class ValueRules {
    /** Each chosen reference is looked up, so there is an end. */
    private static final int MOST_CHOICES = 200;

    private ValueRules() {}

    static Optional<Problem> check(FieldType type, Object value, CaseFacts facts) {
        if (type instanceof FieldType.Text text) {
            return TextRules.check(text, value, facts.today());
        } else if (type instanceof FieldType.Whole whole) {
            return NumberRules.check(whole, value);
        } else if (type instanceof FieldType.Decimal decimal) {
            return NumberRules.check(decimal, value);
        } else if (type instanceof FieldType.Day day) {
            return DayRules.check(day, value, facts.today());
        } else if (type instanceof FieldType.Month) {
            return DayRules.checkMonth(value);
        } else if (type instanceof FieldType.Choice choice) {
            return chosen(value, choice.multiple(), code -> isAmong(choice.options(), code));
        } else if (type instanceof FieldType.Reference reference) {
            return chosen(value, reference.multiple(), key -> mayBeChosen(reference.options(), facts, key));
        } else if (type instanceof FieldType.Region region) {
            return chosen(value, false, code -> isInside(region, code));
        }
        return value instanceof Boolean ? Optional.empty() : Optional.of(Problem.FORMAT);
    }

    private static Optional<Problem> chosen(Object value, boolean multiple, Predicate<String> allowed) {
        Optional<List<String>> codes = Plain.codes(value, multiple);
        if (codes.isEmpty()) {
            return Optional.of(Problem.FORMAT);
        }
        if (codes.get().size() > MOST_CHOICES) {
            return Optional.of(new Problem(FormRules.CHOICE, "最多选择" + MOST_CHOICES + "项"));
        }
        return codes.get().stream().allMatch(allowed) ? Optional.empty() : Optional.of(Problem.CHOICE);
    }

    private static boolean isAmong(List<Option> options, String code) {
        return options.stream().anyMatch(option -> option.value().equals(code));
    }

    /** A definition read back from the store has no source of choices, and then nothing may be chosen. */
    private static boolean mayBeChosen(Options options, CaseFacts facts, String key) {
        return options != null && Plain.isKey(key) && options.find(facts, key).isPresent();
    }

    private static boolean isInside(FieldType.Region region, String code) {
        return code.startsWith(region.within()) && Regions.check(code) == Verdict.OK;
    }
}

package org.zhijian.core.internal.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijian.api.form.FieldType;

/** Whole numbers and decimals. */
final class NumberRules {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(?:\\.[0-9]{1,40})?");

    private NumberRules() {}

    static Optional<Problem> check(FieldType.Whole type, Object value) {
        Optional<BigDecimal> number =
                value instanceof Number given ? Plain.exact(given).filter(NumberRules::isWhole) : Optional.empty();
        if (number.isEmpty()) {
            return Optional.of(Problem.FORMAT);
        }
        return outside(number.get(), BigDecimal.valueOf(type.min()), BigDecimal.valueOf(type.max()));
    }

    static Optional<Problem> check(FieldType.Decimal type, Object value) {
        Optional<BigDecimal> number = decimal(value);
        if (number.isEmpty()) {
            return Optional.of(Problem.FORMAT);
        }
        BigDecimal shortest = shortest(number.get());
        if (shortest.scale() > type.scale()) {
            String places = type.scale() == 0 ? "应为整数" : "最多保留" + type.scale() + "位小数";
            return Optional.of(new Problem(FormRules.FORMAT, places));
        }
        int front = type.precision() - type.scale();
        return outside(shortest, type.min(), type.max())
                .or(() -> shortest.precision() - shortest.scale() > front
                        ? Optional.of(new Problem(FormRules.RANGE, "的整数部分不能超过" + front + "位"))
                        : Optional.empty());
    }

    static boolean isWhole(BigDecimal number) {
        return shortest(number).scale() <= 0;
    }

    /** Decimals are strings; a JSON number that has not been normalised reads the same. */
    private static Optional<BigDecimal> decimal(Object value) {
        if (value instanceof Number number) {
            return Plain.exact(number);
        }
        return value instanceof String text && DECIMAL.matcher(text.strip()).matches()
                ? Optional.of(new BigDecimal(text.strip()))
                : Optional.empty();
    }

    /** Without zeros at the end, since 1.500 is as good as 1.5. */
    private static BigDecimal shortest(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static Optional<Problem> outside(BigDecimal number, BigDecimal min, BigDecimal max) {
        if (number.compareTo(min) < 0) {
            return Optional.of(new Problem(FormRules.RANGE, "不能小于" + min.toPlainString()));
        }
        return number.compareTo(max) > 0
                ? Optional.of(new Problem(FormRules.RANGE, "不能大于" + max.toPlainString()))
                : Optional.empty();
    }
}

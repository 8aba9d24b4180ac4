package org.zhijian.core.internal.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FormData;

/** Makes up what a fuzzer sends to {@link SampleForm}: its own field ids and strange ones, right values, wrong ones and weapons. */
final class RandomJson {
    private static final List<String> FIELDS =
            SampleForm.ALL.fields().stream().map(Field::id).toList();
    private static final List<String> CELLS = List.of("item", "division", "subcontracted", "subcontractor", "?");
    private static final List<Object> LEAVES = List.of(
            "2026-11-20",
            "2026-02-30",
            "2026-11",
            "320281",
            "MATERIALS",
            "person-own",
            "org-builder",
            "JC-1",
            "12.5",
            "-",
            "",
            "　",
            "\uD800",
            "\0",
            true,
            false,
            0,
            7L,
            2.5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            new BigDecimal("1e999999999"),
            new BigDecimal("1e-999999999"),
            new BigDecimal("-12.50"),
            BigInteger.TEN.pow(5000));

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    FormData form() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            values.put(random.nextInt(8) == 0 ? text() : one(FIELDS), value(3));
        }
        return new FormData(values);
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 10)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> random.nextGaussian() * 1e6;
            case 3 -> new BigInteger(random.nextInt(400), random);
            case 4 -> new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(200) - 100);
            case 5, 6 -> one(LEAVES);
            case 7, 8 -> list(depth - 1);
            default -> map(depth - 1);
        };
    }

    private List<Object> list(int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(random.nextBoolean() ? map(depth) : value(depth));
        }
        return items;
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.put(one(CELLS), value(Math.max(depth, 0)));
        }
        return values;
    }

    /** Any UTF-16 units, halves of pairs among them. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

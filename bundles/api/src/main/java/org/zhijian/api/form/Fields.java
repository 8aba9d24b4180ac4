package org.zhijian.api.form;

import java.math.BigDecimal;
import java.util.List;
import org.zhijian.api.Titled;
import org.zhijian.api.register.Dictionary;
import org.zhijian.api.register.Register;

/** The words with which forms are written. */
public final class Fields {
    private Fields() {}

    public static Field text(String id, String label, int maxLength) {
        return Field.of(id, label, new FieldType.Text(maxLength, false, FieldType.Format.PLAIN));
    }

    public static Field longText(String id, String label, int maxLength) {
        return Field.of(id, label, new FieldType.Text(maxLength, true, FieldType.Format.PLAIN));
    }

    private static Field formatted(String id, String label, int maxLength, FieldType.Format format) {
        return Field.of(id, label, new FieldType.Text(maxLength, false, format));
    }

    public static Field mobile(String id, String label) {
        return formatted(id, label, 11, FieldType.Format.MOBILE);
    }

    public static Field idNumber(String id, String label) {
        return formatted(id, label, 18, FieldType.Format.ID_NUMBER);
    }

    public static Field uscc(String id, String label) {
        return formatted(id, label, 18, FieldType.Format.USCC);
    }

    public static Field orgCode(String id, String label) {
        return formatted(id, label, 10, FieldType.Format.ORG_CODE);
    }

    public static Field projectCode(String id, String label) {
        return formatted(id, label, 16, FieldType.Format.PROJECT_CODE);
    }

    public static Field investmentCode(String id, String label) {
        return formatted(id, label, 24, FieldType.Format.INVESTMENT_CODE);
    }

    public static Field licenceNumber(String id, String label) {
        return formatted(id, label, 18, FieldType.Format.LICENCE_NUMBER);
    }

    public static Field contractNumber(String id, String label) {
        return formatted(id, label, 60, FieldType.Format.CONTRACT_NUMBER);
    }

    public static Field email(String id, String label) {
        return formatted(id, label, 100, FieldType.Format.EMAIL);
    }

    public static Field postcode(String id, String label) {
        return formatted(id, label, 6, FieldType.Format.POSTCODE);
    }

    public static Field whole(String id, String label, long min, long max) {
        return Field.of(id, label, new FieldType.Whole(min, max));
    }

    /** A number that is not negative, such as an area or an amount. */
    public static Field decimal(String id, String label, int precision, int scale) {
        BigDecimal limit = BigDecimal.TEN.pow(precision - scale);
        return Field.of(id, label, new FieldType.Decimal(precision, scale, BigDecimal.ZERO, limit));
    }

    /** A number within bounds, such as a longitude. */
    public static Field decimal(String id, String label, int precision, int scale, String min, String max) {
        return Field.of(id, label, new FieldType.Decimal(precision, scale, new BigDecimal(min), new BigDecimal(max)));
    }

    public static Field date(String id, String label) {
        return Field.of(id, label, new FieldType.Day(FieldType.Day.Bound.ANY));
    }

    public static Field pastDate(String id, String label) {
        return Field.of(id, label, new FieldType.Day(FieldType.Day.Bound.NOT_AFTER_TODAY));
    }

    public static Field futureDate(String id, String label) {
        return Field.of(id, label, new FieldType.Day(FieldType.Day.Bound.NOT_BEFORE_TODAY));
    }

    public static Field month(String id, String label) {
        return Field.of(id, label, new FieldType.Month());
    }

    public static Field flag(String id, String label) {
        return Field.of(id, label, new FieldType.Flag(false, ""));
    }

    /** A tick without which it does not go on; {@code refusal} is what people read then. */
    public static Field tick(String id, String label, String refusal) {
        return Field.of(id, label, new FieldType.Flag(true, refusal)).required();
    }

    public static <E extends Enum<E> & Titled> Field choice(String id, String label, Class<E> type) {
        return choice(id, label, Option.of(type));
    }

    public static Field choice(String id, String label, List<Option> options) {
        return Field.of(id, label, new FieldType.Choice(options, false));
    }

    public static <E extends Enum<E> & Titled> Field choices(String id, String label, Class<E> type) {
        return choices(id, label, Option.of(type));
    }

    public static Field choices(String id, String label, List<Option> options) {
        return Field.of(id, label, new FieldType.Choice(options, true));
    }

    public static Field person(String id, String label, Options among) {
        return Field.of(id, label, new FieldType.Reference(FieldType.Reference.Target.PERSON, "", among, false));
    }

    public static Field organisation(String id, String label, Options among) {
        return Field.of(id, label, new FieldType.Reference(FieldType.Reference.Target.ORGANISATION, "", among, false));
    }

    public static Field record(String id, String label, Register<?> register, Options among) {
        return Field.of(
                id, label, new FieldType.Reference(FieldType.Reference.Target.RECORD, register.id(), among, false));
    }

    public static Field records(String id, String label, Register<?> register, Options among) {
        return Field.of(
                id, label, new FieldType.Reference(FieldType.Reference.Target.RECORD, register.id(), among, true));
    }

    /** An entry of a dictionary. */
    public static Field entry(String id, String label, Dictionary dictionary) {
        return record(id, label, dictionary.register(), dictionary.options());
    }

    /** Several entries of a dictionary. */
    public static Field entries(String id, String label, Dictionary dictionary) {
        return records(id, label, dictionary.register(), dictionary.options());
    }

    /** A region whose code starts with {@code within}. */
    public static Field region(String id, String label, String within) {
        return Field.of(id, label, new FieldType.Region(within));
    }

    public static Field table(String id, String label, int minRows, int maxRows, Field... columns) {
        return Field.of(id, label, new FieldType.Table(List.of(columns), minRows, maxRows));
    }
}

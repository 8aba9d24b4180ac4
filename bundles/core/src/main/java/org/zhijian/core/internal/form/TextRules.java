package org.zhijian.core.internal.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijian.api.check.ContractNumber;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.InvestmentCode;
import org.zhijian.api.check.LicenceNumber;
import org.zhijian.api.check.Mobile;
import org.zhijian.api.check.OrgCode;
import org.zhijian.api.check.ProjectCode;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.form.FieldType;

/** Texts and the numbers that are written as texts. */
final class TextRules {
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");
    private static final Pattern POSTCODE = Pattern.compile("[0-9]{6}");

    private TextRules() {}

    static Optional<Problem> check(FieldType.Text type, Object value, LocalDate today) {
        if (!(value instanceof String raw)) {
            return Optional.of(Problem.FORMAT);
        }
        String text = Plain.stripped(raw);
        int length = text.codePointCount(0, text.length());
        if (length > type.maxLength()) {
            // The length of a code is part of its format, and “不能超过18个字” would help nobody.
            return Optional.of(isFree(type.format()) ? Problem.tooLong(type.maxLength()) : Problem.FORMAT);
        }
        boolean good = Plain.isClean(text, type.multiline()) && hasFormat(type.format(), text, today);
        return good ? Optional.empty() : Optional.of(Problem.FORMAT);
    }

    private static boolean isFree(FieldType.Format format) {
        return switch (format) {
            case PLAIN, CONTRACT_NUMBER, EMAIL -> true;
            default -> false;
        };
    }

    private static boolean hasFormat(FieldType.Format format, String text, LocalDate today) {
        return switch (format) {
            case PLAIN -> true;
            case MOBILE -> Mobile.check(text).accepted();
            case ID_NUMBER -> IdNumber.check(text, today).accepted();
            case USCC -> Uscc.check(Uscc.normalise(text)).accepted();
            case ORG_CODE -> OrgCode.check(OrgCode.normalise(text)).accepted();
            case PROJECT_CODE -> ProjectCode.check(text).accepted();
            case INVESTMENT_CODE -> InvestmentCode.check(text).accepted();
            case LICENCE_NUMBER -> LicenceNumber.check(text).accepted();
            case CONTRACT_NUMBER -> ContractNumber.check(text).accepted();
            case EMAIL -> EMAIL.matcher(text).matches();
            case POSTCODE -> POSTCODE.matcher(text).matches();
        };
    }
}

package org.zhijian.jurisdiction.jiangsu;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts.Judgement;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Guard;

/** What holds for labour contracts wherever they are entered. */
final class Contracts {
    private Contracts() {}

    /** For the form of the step that is being taken. */
    static Guard endsAfterItBegins() {
        return facts -> check(facts.judgement().map(Judgement::form).orElse(FormData.EMPTY));
    }

    static List<Finding> check(FormData form) {
        Optional<LocalDate> from = form.day("contractFrom");
        Optional<LocalDate> to = form.day("contractTo");
        boolean wrong = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
        return wrong ? List.of(Finding.error("VAL-DATES", "contractTo", "劳动合同的终止日期不得早于起始日期")) : Finding.none();
    }
}

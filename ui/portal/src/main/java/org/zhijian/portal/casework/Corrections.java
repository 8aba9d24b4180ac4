package org.zhijian.portal.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.Sentence;

/** What an applicant can be asked to correct, and what it was asked for. */
final class Corrections {
    private Corrections() {}

    /** The applicant's fields and attachments. */
    static List<Option> of(Procedure definition) {
        return Stream.concat(
                        definition.form().fields().stream().map(field -> new Option(field.id(), field.label())),
                        definition.slots().stream().map(slot -> new Option(slot.id(), slot.title())))
                .toList();
    }

    /** The notice of what is missing, while it stands. */
    static Optional<Sentence> notice(CaseView view) {
        return view.supplement().map(supplement -> {
            String items = of(view.definition()).stream()
                    .filter(option -> supplement.items().contains(option.value()))
                    .map(Option::label)
                    .collect(Collectors.joining("、"));
            Sentence sentence = Sentence.notice("补正通知：请于 " + Formats.day(supplement.dueOn()) + " 前补正以下内容：" + items);
            sentence.setId("supplement-notice");
            return sentence;
        });
    }
}

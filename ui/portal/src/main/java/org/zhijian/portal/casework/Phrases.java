package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.api.chain.Decision.Outcome;
import org.zhijian.api.chain.Step;
import org.zhijian.portal.visit.Memory;

/** 常用意见: what officers write again and again, and what this one wrote last. */
final class Phrases extends Div {
    private static final String MEMORY = "phrases";
    private static final int KEPT = 5;
    private static final int SHORT_ENOUGH = 60;

    private record Kept(List<String> phrases) {
        static final Kept NONE = new Kept(List.of());
    }

    Phrases(Step step, TextArea opinion) {
        List<String> phrases = new ArrayList<>(
                Memory.recall(MEMORY, Kept.class, () -> Kept.NONE).phrases());
        usual(step).stream().filter(phrase -> !phrases.contains(phrase)).forEach(phrases::add);
        Select<String> select = new Select<>();
        select.setId("phrases");
        select.setLabel("常用意见");
        select.setItems(phrases);
        select.setPlaceholder("选择后填入");
        select.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                opinion.setValue(event.getValue());
                select.clear();
                opinion.focus();
            }
        });
        add(select);
        addClassName("zj-phrases");
    }

    private static List<String> usual(Step step) {
        List<String> own = step.decisions().stream()
                .flatMap(option -> option.phrases().stream())
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<String> phrases = new ArrayList<>(List.of("材料齐全，符合要求，同意。", "经核对原件，同意。"));
        boolean sendsBack =
                step.decisions().stream().anyMatch(option -> option.decision().outcome() == Outcome.CORRECT);
        if (sendsBack) {
            phrases.addAll(List.of("材料不齐，请补充后重新提交。", "扫描件不清晰，请重新上传。", "填写内容与材料不一致，请核对后修改。"));
        }
        return phrases;
    }

    /** Keeps what was written, the last one first, as long as somebody is signed in. */
    static void remember(String phrase) {
        if (phrase.isBlank() || phrase.length() > SHORT_ENOUGH) {
            return;
        }
        List<String> phrases = new ArrayList<>(
                Memory.recall(MEMORY, Kept.class, () -> Kept.NONE).phrases());
        phrases.remove(phrase);
        phrases.add(0, phrase);
        Memory.remember(MEMORY, new Kept(List.copyOf(phrases.subList(0, Math.min(KEPT, phrases.size())))));
    }
}

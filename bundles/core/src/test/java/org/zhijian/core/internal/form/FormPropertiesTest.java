package org.zhijian.core.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.form.FormRules.Completeness;

class FormPropertiesTest {
    private static final Set<String> RULES = Set.of(
            FormRules.REQUIRED,
            FormRules.FORMAT,
            FormRules.LENGTH,
            FormRules.RANGE,
            FormRules.CHOICE,
            FormRules.DATE,
            FormRules.UNKNOWN_FIELD);

    private final SampleFacts facts = new SampleFacts();

    @Provide
    Arbitrary<FormData> anything() {
        return Arbitraries.randomValue(random -> new RandomJson(random).form());
    }

    @Property
    void nothingThatIsSentMakesTheCheckFail(@ForAll("anything") FormData sent) {
        for (Completeness completeness : Completeness.values()) {
            List<Violation> violations = FormRules.check(SampleForm.ALL, sent, facts, completeness);
            assertThat(violations).allSatisfy(violation -> {
                assertThat(RULES).contains(violation.rule());
                assertThat(violation.field()).isNotNull();
                assertThat(violation.message()).isNotBlank().hasSizeLessThan(200);
            });
        }
    }

    @Property
    void normalisingTwiceIsNormalisingOnce(@ForAll("anything") FormData sent) {
        FormData kept = FormRules.normalise(SampleForm.ALL, sent);

        assertThat(FormRules.normalise(SampleForm.ALL, kept)).isEqualTo(kept);
    }

    @Property
    void whatIsNormalisedIsNotWorseThanWhatWasSent(@ForAll("anything") FormData sent) {
        FormData kept = FormRules.normalise(SampleForm.ALL, sent);

        Set<String> before = fields(sent);
        assertThat(before).containsAll(fields(kept));
    }

    private Set<String> fields(FormData data) {
        return FormRules.check(SampleForm.ALL, data, facts, Completeness.DRAFT).stream()
                .map(Violation::field)
                .collect(Collectors.toSet());
    }

    @Property
    void labelsComeOfAnything(@ForAll("anything") FormData sent) {
        Map<String, String> labels = Labels.of(SampleForm.ALL, sent, facts);

        assertThat(labels).doesNotContainValue(null);
    }
}

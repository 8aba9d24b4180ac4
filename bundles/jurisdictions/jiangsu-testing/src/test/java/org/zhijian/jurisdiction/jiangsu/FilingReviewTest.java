package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;
import static org.zhijian.jurisdiction.jiangsu.Division.MATERIAL;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.DefinitionProblems;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Step;
import org.zhijian.api.notice.CaseFile;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;

/** Who looks at filings is the installation's to say (JS-P04, JS-P05: filingReview). */
class FilingReviewTest {
    private final Jiangsu jiangsu = new Jiangsu();

    private static Stream<Step> steps(Chain chain, TestFacts facts) {
        if (chain instanceof Chain.Sequence sequence) {
            return sequence.parts().stream().flatMap(part -> steps(part, facts));
        }
        if (chain instanceof Chain.Choice choice) {
            return choice.branches().stream()
                    .filter(branch -> branch.holds(facts))
                    .limit(1)
                    .flatMap(branch -> steps(branch.then(), facts));
        }
        return chain.steps();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("the way of a filing")
    @CsvSource({"NONE, ''", "PROV, 省备案", "CITY_PROV, 市初审（按省质监总站要求） 省备案"})
    void the_way_of_a_filing(FilingReview review, String expected) {
        assertThat(DefinitionProblems.of(new JiangsuTesting(review).descriptor()))
                .isEmpty();
        for (Procedure procedure : List.of(StaffFiling.procedure(review), OrganisationFiling.procedure(review))) {
            TestFacts facts = jiangsu.staffFiling("J1", "卫示试", "320199199103110839", MATERIAL);
            assertThat(steps(procedure.chain(), facts).map(Step::title).toList())
                    .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
        }
    }

    @ParameterizedTest(name = "{0}: on file at once {1}")
    @DisplayName("where nobody looks at it, what is handed in is on file")
    @CsvSource({"NONE, true", "PROV, false", "CITY_PROV, false"})
    void on_file_at_once(FilingReview review, boolean atOnce) {
        TestFacts facts = jiangsu.staffFiling("J1", "卫示试", "320199199103110839", MATERIAL);
        Rehearsal.submit(StaffFiling.procedure(review), facts, jiangsu.world.changes());

        assertThat(jiangsu.world.register(StaffMember.STAFF).saved()).hasSize(atOnce ? 1 : 0);
    }

    @Test
    @DisplayName("JS-I4: the photo that was filed last goes with the order to print, also after a filing without one")
    void the_photo_is_known() {
        Procedure procedure = StaffFiling.procedure(FilingReview.NONE);
        assertThat(StaffMember.photoOf(jiangsu.world.facts(), Jiangsu.P11)).isEmpty();

        TestFacts first = jiangsu.staffFiling("J1", "韩示双", "320199198601010318", MATERIAL)
                .number("JS-2026-000001")
                .attachments("photo", "照片.jpg");
        Rehearsal.submit(procedure, first, jiangsu.world.changes());
        TestFacts second =
                jiangsu.staffFiling("J1", "韩示双", "320199198601010318", MATERIAL).number("JS-2026-000002");
        Rehearsal.submit(procedure, second, jiangsu.world.changes());

        PrintJob.order(
                jiangsu.world.facts(),
                jiangsu.world.changes(),
                jiangsu.certificate("JC-M-0011"),
                jiangsu.world.directory().organisation(idOf("J1")).orElseThrow());
        assertThat(jiangsu.world.changes().pushes())
                .filteredOn(push -> push.channelId().equals(PrintOrder.PRINTING.id()))
                .extracting(push -> ((PrintOrder) push.payload()).photo())
                .containsExactly(Optional.of(new CaseFile("JS-2026-000001", "photo")));
    }
}

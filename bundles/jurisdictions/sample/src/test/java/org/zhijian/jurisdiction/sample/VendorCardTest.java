package org.zhijian.jurisdiction.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.Demonstration.idOf;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;
import org.zhijian.testkit.TestWorld;

/** 摊主证申领. */
class VendorCardTest {
    private final Procedure procedure = VendorCard.procedure();
    private final TestWorld world = TestWorld.of(new SampleJurisdiction());

    @Test
    @DisplayName("a person chooses among the stalls of the own employer")
    void stalls_of_the_employer() {
        FieldType.Reference stalls = (FieldType.Reference)
                procedure.form().field("stall").orElseThrow().type();

        assertThat(stalls.options().search(world.facts().applicantPerson(idOf("s11")), "", 10))
                .containsExactly(new Option("TW-D001", "甲字百货摊"));
        assertThat(stalls.options().find(world.facts().applicantPerson(idOf("s12")), "TW-D001"))
                .isEmpty();
    }

    @Test
    @DisplayName("the card is issued to the person who applied")
    void the_card_is_issued() {
        TestFacts facts = world.facts().applicantPerson(idOf("s11")).form("stall", "TW-D001");

        Rehearsal.finish(procedure, "issue", facts, world.changes());

        assertThat(world.register(Card.CARDS).all())
                .containsExactly(new Card("TZ-0001", idOf("s11"), "TW-D001", facts.today()));
    }
}

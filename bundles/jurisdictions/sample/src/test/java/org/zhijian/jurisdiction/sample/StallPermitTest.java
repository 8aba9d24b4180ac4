package org.zhijian.jurisdiction.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;
import org.zhijian.testkit.TestWorld;

/** 摊位登记: how the rules of a module are tested, without a container. */
class StallPermitTest {
    private final Procedure procedure = StallPermit.procedure();
    private final TestWorld world = TestWorld.of(new SampleJurisdiction());

    private TestFacts application() {
        return world.facts()
                .applicant(idOf("s2"))
                .form("name", "乙字小吃摊")
                .form("category", "FOOD")
                .form("area", "8.00")
                .submitting();
    }

    private void approve() {
        TestFacts facts = application().deciding("approval", Decision.APPROVE);
        Rehearsal.finish(procedure, "approval", facts, world.changes());
    }

    @DisplayName("SA-R01: a stall has at most twenty square metres")
    @ParameterizedTest
    @CsvSource({"8.00, true", "20.00, true", "20.01, false"})
    void a_stall_is_not_too_large(String area, boolean allowed) {
        assertThat(Rehearsal.errors(procedure, application().form("area", area)))
                .isEqualTo(allowed ? List.of() : List.of("摊位面积不得超过20平方米"));
    }

    @Test
    @DisplayName("SA-R02: a trader runs at most three stalls, and is told before filling in the form")
    void a_trader_runs_at_most_three_stalls() {
        approve();
        approve();
        assertThat(Rehearsal.errors(procedure, application().offering())).isEmpty();
        approve();

        assertThat(Rehearsal.errors(procedure, application().offering())).containsExactly("每个经营户最多登记3个摊位");
    }

    @Test
    @DisplayName("either window may take it up")
    void either_window_takes_it_up() {
        assertThat(Rehearsal.assignees(procedure, "window", application()))
                .containsExactly(Assignee.office(Offices.EAST), Assignee.office(Offices.WEST));
    }

    @Test
    @DisplayName("a certificate of health is wanted for food alone")
    void food_needs_a_certificate_of_health() {
        Slot health = Slot.find(procedure.slots(), "health").orElseThrow();

        assertThat(health.requirement().test(FormData.EMPTY.with("category", "FOOD")))
                .isTrue();
        assertThat(health.requirement().test(FormData.EMPTY.with("category", "GOODS")))
                .isFalse();
    }

    @Test
    @DisplayName("the approval enters the stall into the register and announces it")
    void the_approval_enters_the_stall() {
        approve();

        assertThat(world.register(Stall.STALLS).saved())
                .extracting(Stall::stallNo, Stall::trader, Stall::area, Stall::status)
                .containsExactly(tuple("TW-0001", idOf("s2"), new BigDecimal("8.00"), Stall.Status.OPEN));
        assertThat(world.changes().announcements()).hasSize(1);
    }
}

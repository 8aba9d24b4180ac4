package org.zhijian.jurisdiction.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.api.procedure.Finding;
import org.zhijian.testkit.TestMessage;
import org.zhijian.testkit.TestWorld;

/** 市场巡查: how the messages of other systems are tested, without a container. */
class MarketCheckTest {
    private final TestWorld world = TestWorld.of(new SampleJurisdiction());
    private final TestMessage check = TestMessage.of(
            world,
            Map.of("stallNo", "TW-D001", "version", 1, "name", "甲字百货", "status", "CLOSED", "checkedOn", "2026-11-20"));

    private Stall stall() {
        return world.register(Stall.STALLS).find("TW-D001").orElseThrow();
    }

    @Test
    @DisplayName("what the inspectors have seen stands in the register")
    void a_check_updates_the_stall() {
        assertThat(check.pushInto(MarketCheck.channel())).isEmpty();
        assertThat(stall().name()).isEqualTo("甲字百货");
        assertThat(stall().status()).isEqualTo(Stall.Status.CLOSED);
    }

    @Test
    @DisplayName("SA-R03: a stall that nobody has registered is not taken")
    void an_unknown_stall_is_not_taken() {
        assertThat(check.with("stallNo", "TW-9999").pushInto(MarketCheck.channel()))
                .extracting(Finding::rule, Finding::field)
                .containsExactly(tuple("SA-R03", "stallNo"));
    }

    @Test
    @DisplayName("SA-R04: a stall that is closed does not open by itself")
    void a_closed_stall_stays_closed() {
        check.pushInto(MarketCheck.channel());

        List<Finding> errors = check.with("status", "OPEN").pushInto(MarketCheck.channel());

        assertThat(errors).extracting(Finding::message).containsExactly("该摊位已停业，重新经营须重新登记");
        assertThat(stall().status()).isEqualTo(Stall.Status.CLOSED);
    }
}

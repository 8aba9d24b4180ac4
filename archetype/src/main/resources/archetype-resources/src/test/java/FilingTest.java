package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.api.Demonstration.idOf;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.testkit.Rehearsal;
import org.zhijian.testkit.TestFacts;
import org.zhijian.testkit.TestWorld;

/** 备案: its rules and what follows from them, without a container. */
class FilingTest {
    private final Procedure procedure = Filing.procedure();
    private final TestWorld world = TestWorld.of(new ${name}Jurisdiction());

    private TestFacts application() {
        return world.facts()
                .applicant(idOf(Cast.FIRM))
                .form("name", "示例备案")
                .form("quantity", "10.00")
                .submitting();
    }

    @DisplayName("${prefix}-R01: at most a hundred")
    @ParameterizedTest
    @CsvSource({"1.00, true", "100.00, true", "100.01, false"})
    void a_quantity_is_not_too_large(String quantity, boolean allowed) {
        assertThat(Rehearsal.errors(procedure, application().form("quantity", quantity)))
                .isEqualTo(allowed ? List.of() : List.of("数量不得超过100"));
    }

    @Test
    @DisplayName("the approval makes an entry in the register")
    void the_approval_makes_an_entry() {
        Rehearsal.finish(procedure, "approval", application().deciding("approval", Decision.APPROVE), world.changes());

        assertThat(world.register(Entry.ENTRIES).saved())
                .extracting(Entry::entryNo, Entry::filer, Entry::quantity)
                .containsExactly(tuple("${prefix}-0001", idOf(Cast.FIRM), new BigDecimal("10.00")));
    }
}

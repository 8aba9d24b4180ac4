package org.zhijian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhijian.testkit.Ledger.Entry;

/** A register in memory behaves as one of the core's. */
class MemoryRegisterTest {
    private final MemoryRegister<Entry> ledger = new TestWorld().register(Ledger.LEDGER);

    @Test
    @DisplayName("a saved record is found by its key and by its indexed columns")
    void records_are_found() {
        ledger.save(new Entry("1", "甲店", Ledger.OPEN));
        ledger.save(new Entry("2", "乙店", Ledger.OPEN));

        assertThat(ledger.find("2")).contains(new Entry("2", "乙店", Ledger.OPEN));
        assertThat(ledger.where("shop", "甲店")).extracting(Entry::no).containsExactly("1");
        assertThatThrownBy(() -> ledger.where("status", Ledger.OPEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("台账 ledger 没有可检索的列“status”");
    }

    @Test
    @DisplayName("the status machine is kept, and every saved state remembered")
    void the_status_machine_is_kept() {
        assertThatThrownBy(() -> ledger.save(new Entry("1", "甲店", Ledger.CLOSED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("台账 ledger 的记录 1 不能由“无”变为“已结”");

        ledger.save(new Entry("1", "甲店", Ledger.OPEN));
        ledger.save(new Entry("1", "甲店", Ledger.CLOSED));
        assertThatThrownBy(() -> ledger.save(new Entry("1", "甲店", Ledger.OPEN)))
                .hasMessage("台账 ledger 的记录 1 不能由“已结”变为“未结”");
        assertThat(ledger.saved()).extracting(Entry::status).containsExactly(Ledger.OPEN, Ledger.CLOSED);
    }
}

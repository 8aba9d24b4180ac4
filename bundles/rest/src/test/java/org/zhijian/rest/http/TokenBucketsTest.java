package org.zhijian.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private final AtomicLong millis = new AtomicLong();
    private final TokenBuckets buckets = new TokenBuckets(3, 2, () -> Instant.ofEpochMilli(millis.get()));

    @Test
    void aBurstIsLetThroughAndThenTheWaitIsTold() {
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(1);
    }

    @Test
    void oneKeyDoesNotSpendTheTokensOfAnother() {
        for (int i = 0; i < 4; i++) {
            buckets.take("a");
        }
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void refusedCallsCostNothingSoThatPatienceIsNotNeededForLong() {
        for (int i = 0; i < 50; i++) {
            buckets.take("a");
        }
        millis.addAndGet(500);
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void neverMoreThanTheBurstIsSavedUp() {
        buckets.take("a");
        millis.addAndGet(3_600_000);
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isPositive();
    }
}

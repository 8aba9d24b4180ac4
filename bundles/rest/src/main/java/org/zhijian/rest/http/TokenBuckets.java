package org.zhijian.rest.http;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A bucket of tokens for each key: {@code burst} at once, {@code perSecond} in the long run. Buckets that have filled up again are forgotten, so
 * memory follows the number of busy keys. Thread-safe.
 */
public final class TokenBuckets {
    /** So many buckets are kept before the full ones are looked for. */
    private static final int SWEEP_AT = 10_000;

    private final double burst;
    private final double perSecond;
    private final InstantSource clock;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** What was left at an instant, and how long the call of that instant has to wait. */
    private record Bucket(double tokens, long atMillis, int delay) {}

    public TokenBuckets(int burst, int perSecond, InstantSource clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Takes a token, or nothing. 0 if there was one, otherwise the seconds (rounded up) until there is. */
    public int take(String key) {
        long now = clock.millis();
        if (buckets.size() >= SWEEP_AT) {
            buckets.values().removeIf(bucket -> tokens(bucket, now) >= burst);
        }
        return buckets.compute(key, (same, old) -> spend(old == null ? burst : tokens(old, now), now))
                .delay();
    }

    private Bucket spend(double tokens, long now) {
        return tokens >= 1
                ? new Bucket(tokens - 1, now, 0)
                : new Bucket(tokens, now, (int) Math.max(1, Math.ceil((1 - tokens) / perSecond)));
    }

    private double tokens(Bucket bucket, long now) {
        double earned = Math.max(0, now - bucket.atMillis()) / 1000.0 * perSecond;
        return Math.min(burst, bucket.tokens() + earned);
    }
}

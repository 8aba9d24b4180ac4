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
        return take(key, 1);
    }

    /** Takes tokens, or nothing; no more than a full bucket has. 0 if there were so many, otherwise the seconds until there are. */
    public int take(String key, int wanted) {
        long now = clock.millis();
        double needed = Math.min(wanted, burst);
        if (buckets.size() >= SWEEP_AT) {
            buckets.values().removeIf(bucket -> tokens(bucket, now) >= burst);
        }
        return buckets.compute(key, (same, old) -> spend(old == null ? burst : tokens(old, now), needed, now))
                .delay();
    }

    private Bucket spend(double tokens, double needed, long now) {
        return tokens >= needed
                ? new Bucket(tokens - needed, now, 0)
                : new Bucket(tokens, now, (int) Math.max(1, Math.ceil((needed - tokens) / perSecond)));
    }

    private double tokens(Bucket bucket, long now) {
        double earned = Math.max(0, now - bucket.atMillis()) / 1000.0 * perSecond;
        return Math.min(burst, bucket.tokens() + earned);
    }
}

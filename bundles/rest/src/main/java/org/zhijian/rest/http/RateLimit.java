package org.zhijian.rest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Holds each client address to its rate where {@link RateLimited} says so. */
@RateLimited
public final class RateLimit implements ContainerRequestFilter {
    private static final int TOO_MANY = 429;

    private final TokenBuckets buckets;

    @Context
    private HttpServletRequest servletRequest;

    @Context
    private ResourceInfo target;

    public RateLimit(TokenBuckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        int delay = buckets.take(servletRequest.getRemoteAddr(), weight());
        if (delay > 0) {
            request.abortWith(tooMany(delay));
        }
    }

    /** The answer to whoever asks too often. @param delay seconds until another try makes sense */
    public static Response tooMany(int delay) {
        Response answer = Problem.of(TOO_MANY).answer().build();
        answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, delay);
        return answer;
    }

    private int weight() {
        Weighty weighty = target.getResourceMethod().getAnnotation(Weighty.class);
        return weighty == null ? 1 : weighty.value();
    }
}

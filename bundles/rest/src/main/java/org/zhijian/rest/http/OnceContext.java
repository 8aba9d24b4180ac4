package org.zhijian.rest.http;

import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;

/** Lets a resource ask for {@code @Context Once}: the idempotency key of a write. */
public final class OnceContext implements ContextProvider<Once> {
    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    @Override
    public Once createContext(Message message) {
        return of(CallerContext.request(message).getHeader(HEADER));
    }

    /** @throws Refusal 400 for a key that is too long or not of printable ASCII */
    static Once of(String header) {
        if (header == null || header.isBlank()) {
            return Once.UNKEYED;
        }
        if (header.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            throw Refusal.malformed(HEADER + " 只能由可见的 ASCII 字符组成");
        }
        return new Once(header.strip());
    }
}

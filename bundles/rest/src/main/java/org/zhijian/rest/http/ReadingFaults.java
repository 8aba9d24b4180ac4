package org.zhijian.rest.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Refusal;

/** Whatever goes wrong while a body is read is what the caller sent, not a fault of ours. */
public final class ReadingFaults implements ReaderInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingFaults.class);

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) {
        try {
            return reading.proceed();
        } catch (WebApplicationException told) {
            throw told;
        } catch (IOException | RuntimeException broken) {
            throw refusal(broken);
        }
    }

    /** The refusal behind an exception that reading has thrown, or one that says that the body cannot be read. */
    public static Refusal refusal(Exception broken) {
        return Faults.find(broken, Refusal.class).orElseGet(() -> {
            LOG.debug("a body that cannot be read", broken);
            return Refusal.malformed("请求内容不完整或格式不正确");
        });
    }
}

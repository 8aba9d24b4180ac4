package org.zhijian.rest.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.zhijian.core.access.Refusal;

/** Refuses a body without a type, and ends the reading of a body that is larger than any honest one: 1 MB, or 100 MB where files are sent. The core holds files to their slots. */
public final class BodyLimit implements ContainerRequestFilter {
    static final long JSON_BYTES = 1L << 20;
    static final long MULTIPART_BYTES = 100L << 20;

    @Context
    private ResourceInfo target;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean isTyped = target.getResourceMethod().isAnnotationPresent(Consumes.class);
        if (isTyped && request.getMediaType() == null) {
            // A wrong type does not come this far; none at all does, and CXF would take it for a fault of ours.
            throw new NotSupportedException();
        }
        long limit = isMultipart(request.getMediaType()) ? MULTIPART_BYTES : JSON_BYTES;
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Bounded(request.getEntityStream(), limit));
        }
    }

    private static boolean isMultipart(MediaType type) {
        return type != null && "multipart".equalsIgnoreCase(type.getType());
    }

    private static Refusal tooLarge(long limit) {
        return new Refusal(Refusal.Kind.TOO_LARGE, "TOO_LARGE", "请求内容不能超过" + (limit >> 20) + "MB");
    }

    private static final class Bounded extends FilterInputStream {
        private final long limit;
        private long read;

        Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = super.read(target, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

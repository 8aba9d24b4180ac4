package org.zhijian.rest.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.zhijian.core.access.Refusal;

/** Refuses addresses that cannot be read or hold what {@link Clean} turns away, before anything is looked up by them. */
@PreMatching
public final class CleanAddress implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        try {
            UriInfo uri = request.getUriInfo();
            Clean.check(uri.getPath());
            uri.getQueryParameters().forEach((name, values) -> {
                Clean.check(name);
                values.stream().filter(Objects::nonNull).forEach(Clean::check);
            });
        } catch (IllegalArgumentException undecodable) {
            throw Refusal.malformed("请求地址的编码不正确");
        }
    }
}

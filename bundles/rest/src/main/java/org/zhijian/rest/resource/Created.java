package org.zhijian.rest.resource;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that something was made. */
final class Created {
    private Created() {}

    /** @param address below {@code /api/v1/}. It is told as a path, since the host and scheme that a client uses may be a proxy's. */
    static Response at(String address, Object made) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/" + address)
                .entity(made)
                .build();
    }
}

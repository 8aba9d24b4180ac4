package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.documents.Documents;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.http.RateLimited;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Verified;

/** Verification of printed documents, for everybody who holds one. */
@Open
@RateLimited
@Path("v1/public/verify/{code}")
@Produces(MediaType.APPLICATION_JSON)
public final class VerificationResource {
    private final Documents documents;

    public VerificationResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    @Operation("核验打印文件：核验码可带或不带连字符")
    public Verified verify(@PathParam("code") String code) {
        return Verified.of(documents.verify(code));
    }
}

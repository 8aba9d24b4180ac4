package org.zhijian.rest.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Supplier;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.schema.DocsPage;
import org.zhijian.rest.schema.Operation;

/** What is installed now, for machines and for people. */
@Open
@Path("/")
public final class DocumentResource {
    private final Supplier<ObjectNode> document;
    private final String policy;

    /** @param document the OpenAPI document as it is at the moment */
    public DocumentResource(Supplier<ObjectNode> document) {
        this.document = document;
        this.policy = "default-src 'none'; style-src 'sha256-" + sha256(DocsPage.STYLE) + "'; frame-ancestors 'none'";
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation("本文档（OpenAPI 3.1）")
    public ObjectNode openApi() {
        return document.get();
    }

    @GET
    @Path("docs")
    @Produces("text/html;charset=UTF-8")
    @Operation(value = "本文档的网页", answer = String.class)
    public Response docs() {
        return Response.ok(DocsPage.of(document.get()))
                .header("Content-Security-Policy", policy)
                .build();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

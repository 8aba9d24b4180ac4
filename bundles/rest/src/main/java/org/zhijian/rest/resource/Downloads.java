package org.zhijian.rest.resource;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Content;
import org.zhijian.core.documents.Documents.Printed;
import org.zhijian.core.exports.Export;
import org.zhijian.rest.http.ToClient;

/** Sends attachments so that no browser runs anything in them. */
final class Downloads {
    private Downloads() {}

    static Response answer(Content content) {
        AttachmentView attachment = content.attachment();
        StreamingOutput bytes = out -> {
            try (var stream = content.stream()) {
                stream.transferTo(new ToClient(out));
            }
        };
        return Response.ok(bytes, attachment.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment.fileName()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    static Response answer(Printed printed) {
        return Response.ok(printed.content(), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(printed.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    /** A list as a file, sent while it is written. */
    static Response answer(Export export) {
        StreamingOutput bytes = out -> export.writeTo(new ToClient(out));
        return Response.ok(bytes, export.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(export.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The file name by RFC 6266: in ASCII for the old, in UTF-8 (RFC 5987) for everybody else. */
    static String disposition(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}

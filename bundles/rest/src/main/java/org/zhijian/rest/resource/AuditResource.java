package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.audit.Audit;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.AuditItems.CheckpointItem;
import org.zhijian.rest.shape.AuditItems.EntryItem;
import org.zhijian.rest.shape.AuditItems.VerificationItem;
import org.zhijian.rest.shape.Listing;

/** The audit, for the operator. */
@Path("v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final Audit audit;

    public AuditResource(Audit audit) {
        this.audit = audit;
    }

    @POST
    @Path("verification")
    @Operation(value = "开始核验全部审计日志；核验正在进行时返回其进度。anchor 可给出此前留存的锚定行", status = 202, answer = VerificationItem.class)
    public Response verify(@Context Caller caller, @QueryParam("anchor") String anchor) {
        return Response.accepted(VerificationItem.of(audit.verify(caller, Asked.text(anchor))))
                .build();
    }

    @GET
    @Path("verification")
    @Operation("正在进行或最近一次核验的进度与结论")
    public VerificationItem verification(@Context Caller caller) {
        return audit.verification(caller).map(VerificationItem::of).orElseThrow(Refusal::notFound);
    }

    @POST
    @Path("checkpoints")
    @Operation("立即封存：自上一检查点以来的日志；没有新日志时返回上一检查点")
    public CheckpointItem seal(@Context Caller caller) {
        return item(caller, audit.seal(caller).orElseThrow(Refusal::notFound));
    }

    @GET
    @Path("checkpoints")
    @Operation("最近的检查点及其锚定行")
    public CheckpointItem checkpoint(@Context Caller caller) {
        return item(caller, audit.lastCheckpoint(caller).orElseThrow(Refusal::notFound));
    }

    private CheckpointItem item(Caller caller, Audit.Checkpoint checkpoint) {
        return CheckpointItem.of(checkpoint, audit.publicKey(caller));
    }

    @GET
    @Path("events")
    @Operation("审计日志，按时间先后；身份证号与手机号已遮蔽")
    public Listing<EntryItem> events(
            @Context Caller caller,
            @QueryParam("stream") String stream,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        return Listing.of(
                audit.entries(caller, span(stream, from, to), Asked.text(cursor), Asked.limit(limit)), EntryItem::of);
    }

    @GET
    @Path("export")
    @Produces({"text/csv", "application/x-ndjson", MediaType.APPLICATION_JSON})
    @Operation(value = "导出审计日志：format=csv（缺省）或 jsonl；身份证号与手机号已遮蔽", answer = byte[].class)
    public Response export(
            @Context Caller caller,
            @QueryParam("format") String format,
            @QueryParam("stream") String stream,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        Audit.Format asked =
                switch (Asked.text(format)) {
                    case "", "csv" -> Audit.Format.CSV;
                    case "jsonl" -> Audit.Format.JSON_LINES;
                    default -> throw Refusal.malformed("参数 format 的值不正确：" + format);
                };
        Audit.Export export = audit.export(caller, span(stream, from, to), asked);
        boolean csv = asked == Audit.Format.CSV;
        return Response.ok((StreamingOutput) export::writeTo, csv ? "text/csv;charset=utf-8" : "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(csv ? "audit.csv" : "audit.jsonl"))
                .build();
    }

    private static Audit.Span span(String stream, String from, String to) {
        return new Audit.Span(Asked.text(stream), moment("from", from), moment("to", to));
    }

    private static Instant moment(String name, String value) {
        String text = Asked.text(value);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            // Beyond, there are no milliseconds since 1970 any more.
            moment.toEpochMilli();
            return moment;
        } catch (DateTimeException | ArithmeticException notAMoment) {
            throw Refusal.malformed("参数 " + name + " 应为带时区的时间，例如 2026-11-23T08:00:00+08:00");
        }
    }
}

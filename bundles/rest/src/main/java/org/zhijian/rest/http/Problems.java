package org.zhijian.rest.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.core.access.Refusal;

/** Turns whatever is thrown into a problem: refusals word by word, faults of ours logged once and told by their id alone. */
public final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int MALFORMED = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_FAULT = 500;

    @Override
    public Response toResponse(Throwable thrown) {
        var refusal = Faults.find(thrown, Refusal.class);
        if (refusal.isPresent()) {
            return Problem.of(refusal.get()).answer().build();
        }
        if (isOfTheClient(thrown)) {
            LOG.debug("the client has gone", thrown);
            return Problem.of(MALFORMED).answer().build();
        }
        return Faults.find(thrown, WebApplicationException.class)
                .map(WebApplicationException::getResponse)
                .filter(answer -> answer.getStatus() < SERVER_FAULT)
                .map(Problems::ofHttp)
                .orElseGet(() -> fault(thrown).answer().build());
    }

    private static Response ofHttp(Response answer) {
        Response.ResponseBuilder told = Problem.of(answer.getStatus()).answer();
        if (answer.getStatus() == METHOD_NOT_ALLOWED) {
            told.header(HttpHeaders.ALLOW, answer.getHeaderString(HttpHeaders.ALLOW));
        }
        return told.build();
    }

    /** True if the connection broke while something was read or written: nobody is left to answer, and nothing is wrong here. */
    public static boolean isOfTheClient(Throwable thrown) {
        return Faults.find(thrown, EOFException.class).isPresent();
    }

    /** Logs a fault of ours, once, and makes the problem that carries its id. */
    public static Problem fault(Throwable thrown) {
        Problem problem = Problem.of(SERVER_FAULT);
        LOG.error("unexpected fault, trace id {}", problem.traceId(), thrown);
        return problem;
    }
}

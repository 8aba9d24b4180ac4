package org.zhijian.portal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Function;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.documents.Documents.Printed;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** A link that opens a document, set in type when it is clicked. */
public final class PrintLink extends Anchor {
    private static final String PDF = "application/pdf";

    /** @param document what the caller prints; asked anew at each click */
    public PrintLink(Platform platform, String text, Function<Caller, Printed> document) {
        super(
                DownloadHandler.fromInputStream(event -> {
                            Caller caller = Visitor.caller(platform.signIn(), event.getSession(), event.getRequest());
                            try {
                                Printed printed = document.apply(caller);
                                return new DownloadResponse(
                                        new ByteArrayInputStream(printed.content()),
                                        printed.fileName(),
                                        PDF,
                                        printed.content().length);
                            } catch (Refusal refusal) {
                                return DownloadResponse.error(refusal.kind().status());
                            }
                        })
                        .inline(),
                text);
        setTarget("_blank");
        addClassName("zj-button");
    }

    /** The id by which tests find it. */
    public PrintLink test(String id) {
        setId(id);
        return this;
    }
}

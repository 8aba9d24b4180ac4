package org.zhijian.portal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.function.BiFunction;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Format;
import org.zhijian.core.identity.SignIn;
import org.zhijian.portal.visit.Visitor;

/** What a table shows, as a file: all of it, as it is filtered and sorted at the moment of the click. */
public final class ExportLinks extends Div {
    /** @param source asks the core for the list that the table shows now */
    public ExportLinks(SignIn signIn, BiFunction<Caller, Format, Export> source) {
        addClassName("zj-exports");
        add(link("export-xlsx", "导出 Excel", Format.XLSX, signIn, source));
        add(link("export-csv", "导出 CSV", Format.CSV, signIn, source));
    }

    private static Anchor link(
            String id, String label, Format format, SignIn signIn, BiFunction<Caller, Format, Export> source) {
        Anchor link = new Anchor(
                (DownloadHandler) event -> send(event, format, signIn, source), AttachmentType.DOWNLOAD, label);
        link.setId(id);
        return link;
    }

    private static void send(
            DownloadEvent event, Format format, SignIn signIn, BiFunction<Caller, Format, Export> source)
            throws IOException {
        Caller caller = Visitor.caller(signIn, event.getSession(), event.getRequest());
        try {
            Export export = source.apply(caller, format);
            event.setFileName(export.fileName());
            event.setContentType(format.mediaType());
            export.writeTo(event.getOutputStream());
        } catch (Refusal refusal) {
            event.getResponse().setStatus(refusal.kind().status());
        }
    }
}

package org.zhijian.portal.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Content;
import org.zhijian.portal.components.OwnFiles;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/**
 * Shows attachments in place, page by page: zoomed, moved and turned by hand or by keys. The browser draws them, PDF too (viewer.js); only what
 * is opened is read. Beside the page it stands where somebody compares, over it elsewhere.
 */
final class Viewer extends Dialog {
    private static final String SCRIPT = "portal/viewer.js";
    private static final String PDF_SCRIPT = "portal/pdfjs/pdf.min.js";
    private static final String BESIDE = "zj-viewer-beside";

    private final transient Platform platform;
    private final transient Files files;
    private final Button place = new Button();
    private boolean beside;

    /** Where it stands. */
    enum Place {
        OVER,
        BESIDE
    }

    Viewer(Platform platform, Files files, List<AttachmentView> attachments, AttachmentView first, Place where) {
        this.platform = platform;
        this.files = files;
        setId("viewer");
        addClassName("zj-viewer");
        Div stage = new Div();
        stage.addClassName("zj-scan");
        attachments.forEach(attachment -> stage.getElement().appendChild(file(attachment)));
        add(stage);
        place.setId("viewer-place");
        place.addClickListener(event -> put(!beside));
        Button close = new Button(Texts.CLOSE, event -> close());
        close.setId("viewer-close");
        getFooter().add(place, close);
        put(where == Place.BESIDE);
        addOpenedChangeListener(event -> leaveRoom(event.isOpened() && beside));
        stage.getElement()
                .executeJs(
                        "const at = path => new URL(path, document.baseURI).href;"
                                + "import(at($0)).then(module => module.show(this, $2, at($1)));",
                        OwnFiles.versioned(SCRIPT),
                        PDF_SCRIPT,
                        attachments.indexOf(first));
    }

    private void put(boolean toTheSide) {
        beside = toTheSide;
        place.setText(beside ? "放大窗口" : "并排查看");
        // The page beside it stays in use.
        setModal(!beside);
        setCloseOnOutsideClick(!beside);
        setWidth(beside ? "50vw" : "min(96vw, 1200px)");
        setHeight(beside ? "100vh" : "94vh");
        setTop(beside ? "0" : null);
        setLeft(beside ? "50vw" : null);
        setClassName(BESIDE, beside);
        leaveRoom(isOpened() && beside);
    }

    /** The page moves aside for the viewer. */
    private static void leaveRoom(boolean room) {
        UI.getCurrent().getPage().executeJs("document.body.classList.toggle($0, $1)", BESIDE, room);
    }

    /** Opens it for as long as whoever it was opened from stays on the page. */
    void open(Component from) {
        from.addDetachListener(left -> close());
        open();
    }

    private Element file(AttachmentView attachment) {
        Element link = new Element("a");
        link.setAttribute("hidden", true);
        link.setAttribute("data-type", attachment.mediaType());
        link.setAttribute("data-name", attachment.fileName());
        int n = attachment.n();
        link.setAttribute("href", (DownloadHandler) event -> send(event, n));
        return link;
    }

    /** As over REST: to be saved and not to be run, whatever the browser thinks it is. */
    private void send(DownloadEvent event, int n) throws IOException {
        Caller caller = Visitor.caller(platform.signIn(), event.getSession(), event.getRequest());
        try {
            Content content = files.content(caller, n);
            AttachmentView view = content.attachment();
            try (InputStream bytes = content.stream()) {
                event.setFileName(view.fileName());
                event.setContentType(view.mediaType());
                event.setContentLength(view.size());
                event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
                event.getResponse().setHeader("Cache-Control", "no-store");
                bytes.transferTo(event.getOutputStream());
            }
        } catch (Refusal refusal) {
            event.getResponse().setStatus(refusal.kind().status());
        }
    }
}

package org.zhijian.portal.casework;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import java.util.List;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Content;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** Shows attachments in place: images to be zoomed and turned, PDF in the browser's own reader. Only what is opened is read. */
final class Viewer extends Dialog {
    private static final double STEP = 1.25;
    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 8;
    private static final int QUARTER = 90;
    private static final String PDF = "application/pdf";

    private final transient Platform platform;
    private final transient Files files;
    private final transient List<AttachmentView> attachments;
    private final Div stage = new Div();
    private final Button previous = new Button("上一件", event -> show(index() - 1));
    private final Button next = new Button("下一件", event -> show(index() + 1));
    private final Button larger = new Button("放大", event -> zoom(STEP));
    private final Button smaller = new Button("缩小", event -> zoom(1 / STEP));
    private final Button turn = new Button("旋转", event -> turn());
    private final Span download = new Span();
    private transient AttachmentView shown;
    private double scale = 1;
    private int angle;

    Viewer(Platform platform, Files files, List<AttachmentView> attachments, AttachmentView first) {
        this.platform = platform;
        this.files = files;
        this.attachments = attachments;
        shown = first;
        setId("viewer");
        addClassName("zj-viewer");
        setWidth("min(96vw, 1100px)");
        setHeight("92vh");
        stage.addClassName("zj-stage");
        add(stage);
        Button close = new Button(Texts.CLOSE, event -> close());
        close.setId("viewer-close");
        getFooter().add(previous, next, larger, smaller, turn, download, close);
        show(attachments.indexOf(first));
    }

    private int index() {
        return attachments.indexOf(shown);
    }

    private void show(int index) {
        shown = attachments.get(index);
        scale = 1;
        angle = 0;
        boolean image = !PDF.equals(shown.mediaType());
        setHeaderTitle(shown.fileName());
        stage.removeAll();
        stage.add(image ? image(shown) : document(shown));
        Anchor link = new Anchor(stream(shown), AttachmentType.DOWNLOAD, "下载");
        link.setId("viewer-download");
        download.removeAll();
        download.add(link);
        previous.setEnabled(index > 0);
        next.setEnabled(index < attachments.size() - 1);
        larger.setVisible(image);
        smaller.setVisible(image);
        turn.setVisible(image);
    }

    private Component image(AttachmentView attachment) {
        Image image = new Image(stream(attachment).inline(), attachment.fileName());
        image.addClickListener(event -> zoom(scale > 1 ? 1 / scale : STEP * STEP));
        return image;
    }

    private Component document(AttachmentView attachment) {
        IFrame frame = new IFrame(stream(attachment).inline());
        frame.setSizeFull();
        frame.getElement().setAttribute("title", attachment.fileName());
        return frame;
    }

    private InputStreamDownloadHandler stream(AttachmentView attachment) {
        int n = attachment.n();
        return DownloadHandler.fromInputStream(event -> {
            Caller caller = Visitor.caller(platform.signIn(), event.getSession(), event.getRequest());
            try {
                Content content = files.content(caller, n);
                AttachmentView view = content.attachment();
                return new DownloadResponse(content.stream(), view.fileName(), view.mediaType(), view.size());
            } catch (Refusal refusal) {
                return DownloadResponse.error(refusal.kind().status());
            }
        });
    }

    private void zoom(double factor) {
        scale = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
        transform();
    }

    private void turn() {
        angle += QUARTER;
        transform();
    }

    private void transform() {
        stage.getChildren().forEach(image -> image.getElement()
                .getStyle()
                .set("width", Math.round(scale * 100) + "%")
                .set("transform", "rotate(" + angle + "deg)"));
    }
}

package org.zhijian.portal.casework;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.zhijian.api.form.Slot;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.visit.Platform;

/** Attachments as tiles; a click opens one in place. Nothing is read before, since each reading is an event of the audit. */
final class Tiles extends Div {
    Tiles(Platform platform, Files files, Slot slot, List<AttachmentView> attachments) {
        addClassName("zj-tiles");
        for (AttachmentView attachment : attachments) {
            NativeButton tile = new NativeButton(
                    "", event -> new Viewer(platform, files, attachments, attachment, Viewer.Place.BESIDE).open(this));
            Span name = new Span(attachment.fileName());
            name.addClassName("zj-tile-name");
            Span size = new Span(Formats.size(attachment.size()));
            size.addClassName("zj-hint");
            Span kind = new Span(kind(attachment.fileName()));
            kind.addClassName("zj-tile-kind");
            tile.add(kind, name, size, new ScanMarks(slot, attachment.quality()));
            tile.setId("attachment-" + attachment.n());
            tile.addClassName("zj-tile");
            tile.getElement().setAttribute("title", "查看 " + attachment.fileName());
            add(tile);
        }
    }

    private static String kind(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
    }
}

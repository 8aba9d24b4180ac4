package org.zhijian.portal.casework;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.words.Formats;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chinese;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Trace;
import org.zhijian.portal.form.FieldControl;
import org.zhijian.portal.form.FieldPlace;
import org.zhijian.portal.form.SlotRules;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visitor;

/** A slot for attachments: its rules, what lies in it, the way to add more, and the tick for its seal. */
final class SlotBox extends Div {
    /**
     * Sends one file after the other, in the order of their numbers, since pages have an order; files that have arrived leave the list.
     * The first waits until the server has wiped away what was wrong with the last batch: otherwise its own refusal could be wiped away.
     */
    private static final String ONE_AFTER_THE_OTHER =
            """
            const upload = this;
            const box = $0;
            let ready = Promise.resolve();
            const number = file => parseInt(file.name, 10) || 0;
            const next = () => {
              if (upload.files.some(file => file.uploading)) return;
              const waiting = upload.files.filter(file => !file.complete && !file.error)
                .sort((a, b) => number(a) - number(b) || a.name.localeCompare(b.name, 'zh'));
              if (waiting.length) upload.uploadFiles([waiting[0]]);
            };
            let before = 0;
            upload.addEventListener('files-changed', () => {
              if (!before && upload.files.length) ready = box.$server.beginBatch();
              before = upload.files.length;
              ready.then(next);
            });
            upload.addEventListener('upload-success', event => setTimeout(() => {
              upload.files = upload.files.filter(file => file !== event.detail.file);
              next();
            }));
            upload.addEventListener('upload-error', () => setTimeout(next));
            """;

    private final transient Platform platform;
    private final transient Files files;
    private final transient Slot slot;
    private final transient Optional<FieldControl> tick;
    private final transient Runnable changed;
    private final Div list = new Div();
    private final Div error = new Div();
    private final Span star = new Span("*");

    /**
     * @param tick the control of the slot's seal field, empty if it has none
     * @param changed what follows after a file has come or gone
     */
    SlotBox(Platform platform, Files files, Slot slot, Optional<FieldControl> tick, Runnable changed) {
        this.platform = platform;
        this.files = files;
        this.slot = slot;
        this.tick = tick;
        this.changed = changed;
        setId("slot-" + slot.id());
        addClassName("zj-slot");
        star.addClassName("zj-star");
        error.addClassName("zj-error");
        error.getElement().setAttribute("role", "alert");
        Span rules = new Span(SlotRules.of(slot));
        rules.addClassName("zj-hint");
        add(new H3(new Span(slot.title()), star), rules, list, upload());
        tick.ifPresent(control -> {
            control.component().setId("field-" + control.field().id());
            add(control.component());
        });
        add(error);
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setAutoUpload(false);
        upload.setI18n(Chinese.upload());
        upload.getElement().executeJs(ONE_AFTER_THE_OTHER, getElement());
        return upload;
    }

    /** Called by the browser before the first of several files is sent. */
    @ClientCallable
    private void beginBatch() {
        clear();
    }

    /** Runs on a thread of the web server without the session's lock; the core reads the stream as far as the slot allows. */
    private void receive(UploadEvent event) throws IOException {
        Caller caller = Visitor.caller(platform.signIn(), event.getSession(), event.getRequest());
        String problem = "";
        try (InputStream content = event.getInputStream()) {
            files.attach(
                    caller,
                    ActButton.press(),
                    new org.zhijian.core.cases.Upload(slot.id(), event.getFileName(), content));
        } catch (Refusal refusal) {
            problem = event.getFileName() + "：" + refusal.getMessage();
        } catch (RuntimeException fault) {
            problem = Trace.sentence(Trace.record(fault));
        }
        String sentence = problem;
        event.getUI().access(() -> received(sentence));
    }

    private void received(String problem) {
        if (!problem.isBlank()) {
            error.add(new Div(problem));
        }
        changed.run();
    }

    /** Shows what lies in the slot now. */
    void show(Caller caller, List<AttachmentView> attachments, FormData form) {
        list.removeAll();
        List<AttachmentView> own = attachments.stream()
                .filter(file -> file.slot().equals(slot.id()))
                .toList();
        own.forEach(file -> list.add(line(file, own)));
        boolean required = slot.requirement().test(form);
        star.setVisible(required);
        tick.ifPresent(control -> {
            control.component().setVisible(required || !own.isEmpty());
            control.mark(required);
        });
    }

    private Div line(AttachmentView file, List<AttachmentView> all) {
        ActButton open = new ActButton(file.fileName(), "attachment-" + file.n(), once -> new Viewer(
                                platform, files, all, file, Viewer.Place.OVER)
                        .open(this))
                .quiet();
        Span size = new Span(Formats.size(file.size()));
        size.addClassName("zj-hint");
        ActButton remove = new ActButton("移除", "remove-attachment-" + file.n(), once -> {
                    files.detach(Visitor.caller(platform.signIn()), once, file.n());
                    Notices.done("已移除 " + file.fileName());
                    clear();
                    changed.run();
                })
                .quiet();
        Div line = new Div(open, size, new ScanMarks(slot, file.quality()));
        line.addClassName("zj-file");
        // Pages have the order of their numbers.
        if (all.size() > 1 && slot.naming() == Slot.Naming.FREE) {
            line.add(move("↑", "上移", file, all, -1), move("↓", "下移", file, all, 1));
        }
        line.add(remove);
        return line;
    }

    private ActButton move(String arrow, String word, AttachmentView file, List<AttachmentView> all, int by) {
        int from = all.indexOf(file);
        int to = from + by;
        ActButton button = new ActButton(arrow, (by < 0 ? "up-" : "down-") + "attachment-" + file.n(), once -> {
                    List<Integer> order =
                            new ArrayList<>(all.stream().map(AttachmentView::n).toList());
                    Collections.swap(order, from, to);
                    files.arrange(Visitor.caller(platform.signIn()), once, slot.id(), order);
                    changed.run();
                })
                .quiet();
        button.setAriaLabel(word + " " + file.fileName());
        button.setTooltipText(word);
        if (to < 0 || to >= all.size()) {
            button.addClassName("zj-invisible");
            button.setEnabled(false);
        }
        return button;
    }

    String id() {
        return slot.id();
    }

    /** True if a violation of this name points here: at the slot or at its tick. */
    boolean isMeant(String name) {
        return name.equals(slot.id())
                || tick.filter(control -> control.field().id().equals(name)).isPresent();
    }

    void refuse(String name, String message) {
        if (name.equals(slot.id())) {
            error.add(new Div(message));
        } else {
            tick.ifPresent(control -> control.refuse(FieldPlace.of(name), message));
        }
    }

    void clear() {
        error.removeAll();
        tick.ifPresent(FieldControl::accept);
    }

    void focus() {
        UI ui = UI.getCurrent();
        scrollIntoView();
        ui.getPage().executeJs("$0.querySelector('vaadin-upload').focus()", getElement());
    }
}

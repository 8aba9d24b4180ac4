package org.zhijian.portal.registering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Content;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.Upload;

/**
 * Files that lie aside until a registration is handed in as a whole: nothing is kept for people without an account. They go with the page.
 * Thread-safe.
 */
final class HeldFiles implements org.zhijian.portal.casework.Files, AutoCloseable {
    private static final int MOST = 100;

    private final List<Slot> slots;
    private final List<Held> held = new ArrayList<>();
    private int last;

    private record Held(AttachmentView view, Path file) {}

    HeldFiles(List<Slot> slots) {
        this.slots = List.copyOf(slots);
    }

    @Override
    public synchronized List<AttachmentView> current(Caller caller) {
        return held.stream().map(Held::view).toList();
    }

    @Override
    public synchronized void attach(Caller caller, Once once, Upload upload) {
        Slot slot = Slot.find(slots, upload.slot()).orElseThrow(Refusal::notFound);
        long inSlot = held.stream()
                .filter(file -> file.view().slot().equals(slot.id()))
                .count();
        if (inSlot >= slot.max() || held.size() >= MOST) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "TOO_MANY_FILES",
                    slot.tooMany().isBlank() ? "“" + slot.title() + "”最多上传" + slot.max() + "个" : slot.tooMany());
        }
        Path file = receive(upload, slot.maxBytes(Slot.Format.PDF));
        try {
            last++;
            AttachmentView view = new AttachmentView(
                    last,
                    slot.id(),
                    upload.fileName(),
                    mediaType(upload.fileName()),
                    Files.size(file),
                    "",
                    1,
                    true,
                    0,
                    ScanQuality.UNKNOWN,
                    Instant.now());
            held.add(new Held(view, file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Path receive(Upload upload, long most) {
        try {
            Path file = Files.createTempFile("zhijian-", ".held");
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            try (var out = Files.newOutputStream(file)) {
                for (int n = upload.content().read(buffer);
                        n >= 0;
                        n = upload.content().read(buffer)) {
                    total += n;
                    if (total > most) {
                        Files.delete(file);
                        throw new Refusal(Refusal.Kind.TOO_LARGE, "TOO_LARGE", "文件大小不能超过" + (most >> 20) + "MB");
                    }
                    out.write(buffer, 0, n);
                }
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void detach(Caller caller, Once once, int n) {
        held.stream().filter(file -> file.view().n() == n).toList().forEach(file -> {
            held.remove(file);
            delete(file.file());
        });
    }

    @Override
    public synchronized void arrange(Caller caller, Once once, String slot, List<Integer> order) {
        List<Held> arranged = held.stream()
                .filter(file -> order.contains(file.view().n()))
                .sorted(Comparator.comparing(file -> order.indexOf(file.view().n())))
                .toList();
        held.removeAll(arranged);
        held.addAll(arranged);
    }

    private static String mediaType(String fileName) {
        String type = URLConnection.guessContentTypeFromName(fileName);
        return type == null ? "application/octet-stream" : type;
    }

    @Override
    public synchronized Content content(Caller caller, int n) {
        Held file = held.stream()
                .filter(candidate -> candidate.view().n() == n)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new Content(file.view(), open(file));
    }

    /** Hands all files to the user, opened, in the order in which they came, and closes them afterwards. */
    synchronized <T> T use(Function<List<Upload>, T> user) {
        List<Upload> uploads = new ArrayList<>();
        try {
            held.forEach(file ->
                    uploads.add(new Upload(file.view().slot(), file.view().fileName(), open(file))));
            return user.apply(uploads);
        } finally {
            uploads.forEach(HeldFiles::close);
        }
    }

    private static InputStream open(Held file) {
        try {
            return Files.newInputStream(file.file());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void close(Upload upload) {
        try {
            upload.content().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void close() {
        held.forEach(file -> delete(file.file()));
        held.clear();
    }
}

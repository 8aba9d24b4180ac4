package org.zhijian.api.form;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A place for attachments (材料).
 *
 * @param id lowerCamelCase id, unique in its procedure
 * @param title Chinese title
 * @param requirement when at least {@code min} files are wanted
 * @param min fewest files where required
 * @param max most files
 * @param formats formats taken; extension and content must both agree
 * @param maxBytes largest image in bytes; a PDF may be four times as large
 * @param naming how files must be named
 * @param inColour true if the scan must be in colour
 * @param seal the seal that the scan must bear, as the refusal for a missing tick words it; blank if none
 * @param tooMany text when more than {@code max} files come; blank for the house's own
 * @param missing text when files are missing; blank for the house's own
 * @param hint what people read beside the slot; may be blank
 * @param legible true if a picture that can hardly be read is refused, and not only marked
 */
public record Slot(
        String id,
        String title,
        Condition requirement,
        int min,
        int max,
        Set<Format> formats,
        long maxBytes,
        Naming naming,
        boolean inColour,
        String seal,
        String tooMany,
        String missing,
        String hint,
        boolean legible) {

    /** Formats of attachments. */
    public enum Format {
        JPG("jpg"),
        PNG("png"),
        PDF("pdf");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        public String extension() {
            return extension;
        }
    }

    /** How the files of a slot are named. */
    public enum Naming {
        /** As people like. */
        FREE,
        /** By page number, uploaded in page order (页码号命名). */
        PAGE_NUMBER
    }

    /** 5 MB. */
    public static final long IMAGE_BYTES = 5L << 20;

    public Slot {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(requirement);
        formats = Set.copyOf(formats);
        Objects.requireNonNull(naming);
        Objects.requireNonNull(seal);
        Objects.requireNonNull(tooMany);
        Objects.requireNonNull(missing);
        Objects.requireNonNull(hint);
        if (min < 0 || max < min || max < 1) {
            throw new IllegalArgumentException(id + ": from " + min + " to " + max + " files makes no sense");
        }
    }

    /** A required scan: one to three images or PDF files. */
    public static Slot scan(String id, String title) {
        return new Slot(
                id,
                title,
                Condition.ALWAYS,
                1,
                3,
                EnumSet.allOf(Format.class),
                IMAGE_BYTES,
                Naming.FREE,
                false,
                "",
                "",
                "",
                "",
                false);
    }

    /** The required pages of a document: images named by page number, up to 60 of them. */
    public static Slot pages(String id, String title) {
        return scan(id, title).count(1, 60).formats(Format.JPG, Format.PNG).naming(Naming.PAGE_NUMBER);
    }

    public Slot count(int fewest, int most) {
        return with(draft -> {
            draft.min = fewest;
            draft.max = most;
        });
    }

    public Slot optional() {
        return requiredWhen(Condition.NEVER);
    }

    public Slot requiredWhen(Condition condition) {
        return with(draft -> draft.requirement = condition);
    }

    public Slot formats(Format... taken) {
        return with(draft -> draft.formats = Set.of(taken));
    }

    /** The largest image taken, in bytes. */
    public Slot upTo(long bytes) {
        return with(draft -> draft.maxBytes = bytes);
    }

    private Slot naming(Naming rule) {
        return with(draft -> draft.naming = rule);
    }

    /** The scan must be in colour (彩色扫描件): a picture without any is refused. */
    public Slot colour() {
        return with(draft -> draft.inColour = true);
    }

    /** A picture that is too small, blank or out of focus is refused; otherwise it is marked so, and the reviewer decides. */
    public Slot mustBeLegible() {
        return with(draft -> draft.legible = true);
    }

    /** The scan must bear a seal; the uploader ticks {@link #sealField} and reads the refusal if not. */
    public Slot sealed(String refusal) {
        return with(draft -> draft.seal = refusal);
    }

    public Slot tooMany(String text) {
        return with(draft -> draft.tooMany = text);
    }

    public Slot missing(String text) {
        return with(draft -> draft.missing = text);
    }

    public Slot hint(String text) {
        return with(draft -> draft.hint = text);
    }

    public boolean isSealed() {
        return !seal.isBlank();
    }

    /** Largest file of this format, in bytes. */
    public long maxBytes(Format format) {
        return format == Format.PDF ? maxBytes * 4 : maxBytes;
    }

    /** The tick by which the uploader says that the scan bears its seal; part of the form that the slot belongs to. */
    public Field sealField() {
        return Fields.tick(id + "Sealed", "“" + title + "”已加盖公章", seal).requiredWhen(requirement);
    }

    /** The formats as people read them: jpg/png/pdf. */
    public String formatNames() {
        return formats.stream().sorted().map(Format::extension).collect(Collectors.joining("/"));
    }

    /** The slot with this id. */
    public static Optional<Slot> find(List<Slot> slots, String id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).findFirst();
    }

    private Slot with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.slot();
    }

    /** A copy of a slot that may still change. */
    private static final class Draft {
        private final Slot origin;
        private Condition requirement;
        private int min;
        private int max;
        private Set<Format> formats;
        private long maxBytes;
        private Naming naming;
        private boolean inColour;
        private String seal;
        private String tooMany;
        private String missing;
        private String hint;
        private boolean legible;

        Draft(Slot slot) {
            origin = slot;
            requirement = slot.requirement;
            min = slot.min;
            max = slot.max;
            formats = slot.formats;
            maxBytes = slot.maxBytes;
            naming = slot.naming;
            inColour = slot.inColour;
            seal = slot.seal;
            tooMany = slot.tooMany;
            missing = slot.missing;
            hint = slot.hint;
            legible = slot.legible;
        }

        Slot slot() {
            return new Slot(
                    origin.id,
                    origin.title,
                    requirement,
                    min,
                    max,
                    formats,
                    maxBytes,
                    naming,
                    inColour,
                    seal,
                    tooMany,
                    missing,
                    hint,
                    legible);
        }
    }
}

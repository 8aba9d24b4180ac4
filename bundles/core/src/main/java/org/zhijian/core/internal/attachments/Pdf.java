package org.zhijian.core.internal.attachments;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A cheap look into a PDF: its frame, and the names of objects that do something when it is opened. Objects are also looked for in compressed
 * object streams, where most programs put them.
 */
final class Pdf {
    /** What a document may not hold. An ordinary destination to be opened at is not among them. */
    private static final Set<String> ACTIVE = Set.of(
            "Launch", "JavaScript", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "SubmitForm", "ImportData", "GoToE");

    /** Without its key the objects cannot be looked at, and a reviewer cannot read it. */
    private static final String ENCRYPTED = "Encrypt";

    private static final String OBJECTS = "ObjStm";
    private static final Set<String> DEFLATE = Set.of("FlateDecode", "Fl");
    private static final Set<String> FILTERS = Set.of(
            "FlateDecode",
            "Fl",
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "Crypt");
    private static final byte[] OBJECT = Bytes.ascii(" obj");
    private static final byte[] STREAM = Bytes.ascii("stream");
    private static final int LONGEST_DICTIONARY = 4096;
    private static final int LONGEST_NAME = 16;
    private static final int TRAILER = 1024;

    /** A document's objects, without its pages' contents and pictures, are small; more of them is a bomb. */
    private static final int MOST_OBJECT_BYTES = 16 << 20;

    private static final int MOST_OBJECT_STREAMS = 10_000;

    private final ByteBuffer bytes;
    private int objectBytes;
    private int objectStreams;

    private Pdf(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** True if it begins and ends as a PDF does. */
    static boolean isFramed(ByteBuffer bytes) {
        boolean begins = Bytes.startsWith(bytes, 0, Bytes.ascii("%PDF-1."))
                || Bytes.startsWith(bytes, 0, Bytes.ascii("%PDF-2."));
        return begins && Bytes.indexOf(bytes, bytes.limit() - TRAILER, Bytes.ascii("%%EOF")) >= 0;
    }

    /** What speaks against taking it, if anything does. */
    static Optional<FileChecks.Problem> problem(ByteBuffer bytes) {
        return new Pdf(bytes).scan(bytes, true);
    }

    private Optional<FileChecks.Problem> scan(ByteBuffer part, boolean top) {
        for (int i = 0; i < part.limit(); i++) {
            if (part.get(i) == '/') {
                String name = name(part, i + 1);
                if (ACTIVE.contains(name) || top && name.equals(OBJECTS) && isSuspicious(i)) {
                    return Optional.of(FileChecks.Problem.ACTIVE);
                }
                if (top && name.equals(ENCRYPTED)) {
                    return Optional.of(FileChecks.Problem.ENCRYPTED);
                }
            }
        }
        return Optional.empty();
    }

    /** The name that begins here, its escapes (#4A for J) resolved. */
    private static String name(ByteBuffer part, int start) {
        StringBuilder name = new StringBuilder();
        int position = start;
        while (name.length() < LONGEST_NAME) {
            int character = Bytes.at(part, position++);
            if (character == '#') {
                int high = Character.digit(Bytes.at(part, position), 16);
                int low = Character.digit(Bytes.at(part, position + 1), 16);
                if (high >= 0 && low >= 0) {
                    character = high << 4 | low;
                    position += 2;
                }
            } else if (character < 0 || !isRegular(character)) {
                break;
            }
            name.append((char) character);
        }
        return name.toString();
    }

    private static boolean isRegular(int character) {
        return character > ' ' && "()<>[]{}/%".indexOf(character) < 0;
    }

    /** True if the stream of objects that is spoken of here holds something active, or cannot be looked into. */
    private boolean isSuspicious(int position) {
        int keyword = keyword(position);
        int object = object(position);
        if (++objectStreams > MOST_OBJECT_STREAMS || keyword < 0 || object < 0) {
            return true;
        }
        List<String> names = names(object, keyword);
        if (!names.contains("Filter")) {
            // Lies open, and is scanned with the file.
            return false;
        }
        List<String> filters = names.stream().filter(FILTERS::contains).toList();
        if (names.contains("DecodeParms") || filters.size() != 1 || !DEFLATE.contains(filters.get(0))) {
            return true;
        }
        int start = keyword + STREAM.length;
        start += Bytes.at(bytes, start) == '\r' ? 1 : 0;
        start += Bytes.at(bytes, start) == '\n' ? 1 : 0;
        return inflate(start).map(objects -> scan(objects, false).isPresent()).orElse(true);
    }

    /** Where the stream begins whose dictionary is at this position, or -1 if that is further off than any such dictionary is long. */
    private int keyword(int position) {
        ByteBuffer near = bytes.duplicate().limit(Math.min(bytes.limit(), position + LONGEST_DICTIONARY));
        return Bytes.indexOf(near, position, STREAM);
    }

    /** Where the object begins whose dictionary is at this position, or -1 likewise. */
    private int object(int position) {
        for (int i = position; i >= Math.max(0, position - LONGEST_DICTIONARY); i--) {
            if (Bytes.startsWith(bytes, i, OBJECT)) {
                return i;
            }
        }
        return -1;
    }

    private List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (bytes.get(i) == '/') {
                names.add(name(bytes, i + 1));
            }
        }
        return names;
    }

    private Optional<ByteBuffer> inflate(int start) {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream objects = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 13];
        try {
            ByteBuffer input = bytes.duplicate();
            input.position(start);
            inflater.setInput(input);
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                objectBytes += read;
                if (read == 0 || objectBytes > MOST_OBJECT_BYTES) {
                    return Optional.empty();
                }
                objects.write(chunk, 0, read);
            }
            return Optional.of(ByteBuffer.wrap(objects.toByteArray()));
        } catch (DataFormatException notDeflated) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}

package org.zhijian.core.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijian.core.access.Refusal;

/** A checkpoint as it is remembered outside of the database: a line of its number and its hash. Immutable. */
record Anchor(int number, String hash) {
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,9})[:\\s]([0-9a-f]{64})\\s*");

    String line() {
        return number + ":" + hash;
    }

    /** An anchor as the operator kept it; blank is none. @throws Refusal 400 if it is not one */
    static Optional<Anchor> parse(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw Refusal.malformed("锚定行无效：应为“编号:散列”");
        }
        return Optional.of(new Anchor(Integer.parseInt(matcher.group(1)), matcher.group(2)));
    }

    /** The last checkpoint that this node has seen, in a file of the data folder. */
    static final class Memory {
        private final Path file;

        Memory(Path folder) {
            this.file = folder.resolve("anchor.txt");
        }

        Optional<Anchor> read() {
            try {
                return Files.exists(file) ? parse(Files.readString(file)) : Optional.empty();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        void write(Anchor anchor) {
            try {
                Path fresh = file.resolveSibling("anchor.new");
                Files.writeString(fresh, anchor.line() + "\n");
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}

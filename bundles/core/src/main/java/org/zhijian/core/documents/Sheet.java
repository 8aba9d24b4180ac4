package org.zhijian.core.documents;

import java.util.List;
import java.util.Objects;

/**
 * What stands on a printed document, before it is set in type. A value; texts are as people read them.
 *
 * @param layout how it is set
 * @param house the system that issues it, as its front page has it
 * @param title title of the document
 * @param number its number, blank for none
 * @param blocks what it says, from top to bottom
 * @param issuer who stands for it, blank for none
 * @param issuedAt when it was printed, in words
 * @param code its verification code, blank for a draft
 * @param address where the code leads to, blank for a draft
 */
public record Sheet(
        Layout layout,
        String house,
        String title,
        String number,
        List<Block> blocks,
        String issuer,
        String issuedAt,
        String code,
        String address) {

    /** How a document is set. */
    public enum Layout {
        /** A file of several pages, upright. */
        FILE,
        /** One page, lying, with a frame. */
        CERTIFICATE
    }

    /** A part of a document. */
    public sealed interface Block permits Heading, Lines, Grid {}

    /** A heading inside of the document. */
    public record Heading(String text) implements Block {
        public Heading {
            Objects.requireNonNull(text);
        }
    }

    /** Labels and values. */
    public record Lines(List<Line> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** A label and its value, which may have several lines. */
    public record Line(String label, String value) {
        public Line {
            Objects.requireNonNull(label);
            Objects.requireNonNull(value);
        }
    }

    /** A table; {@code none} is what it says without rows. */
    public record Grid(List<String> heads, List<List<String>> rows, String none) implements Block {
        public Grid {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
            Objects.requireNonNull(none);
        }
    }

    public Sheet {
        Objects.requireNonNull(layout);
        Objects.requireNonNull(house);
        Objects.requireNonNull(title);
        Objects.requireNonNull(number);
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(code);
        Objects.requireNonNull(address);
    }

    public boolean isDraft() {
        return code.isBlank();
    }
}

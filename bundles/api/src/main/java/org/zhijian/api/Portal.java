package org.zhijian.api;

import java.util.List;
import java.util.Objects;

/**
 * The face of a region: what its front page says.
 *
 * @param name name of the system as printed on its front page
 * @param accent the region's one accent colour, {@code #rrggbb}
 * @param welcome a sentence or two for newcomers; may be blank
 * @param contacts telephone numbers and the like
 * @param forgotten what stands behind “忘记密码？”; may be blank
 */
public record Portal(String name, String accent, String welcome, List<Contact> contacts, String forgotten) {

    /** A line of the contact box. */
    public record Contact(String label, String value) {
        public Contact {
            Objects.requireNonNull(label);
            Objects.requireNonNull(value);
        }
    }

    public Portal {
        Objects.requireNonNull(name);
        if (!accent.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("accent is not a colour #rrggbb: " + accent);
        }
        Objects.requireNonNull(welcome);
        contacts = List.copyOf(contacts);
        Objects.requireNonNull(forgotten);
    }

    /** A portal with this name, the house's blue and no texts yet. */
    public static Portal named(String name) {
        return new Portal(name, "#1f5fa8", "", List.of(), "");
    }

    public Portal accent(String colour) {
        return new Portal(name, colour, welcome, contacts, forgotten);
    }

    public Portal welcome(String text) {
        return new Portal(name, accent, text, contacts, forgotten);
    }

    public Portal contacts(Contact... lines) {
        return new Portal(name, accent, welcome, List.of(lines), forgotten);
    }

    /** What a person reads who has forgotten a password. */
    public Portal forgotten(String text) {
        return new Portal(name, accent, welcome, contacts, text);
    }
}

package org.zhijian.api;

import java.util.List;
import java.util.Objects;
import org.zhijian.api.signin.Forgotten;
import org.zhijian.api.signin.SignInPolicy;

/**
 * The face of a region: what its front page says, and how it lets people in.
 *
 * @param name name of the system as printed on its front page
 * @param accent the region's one accent colour, {@code #rrggbb}
 * @param welcome a sentence or two for newcomers; may be blank
 * @param contacts telephone numbers and the like
 * @param signIn how people sign in
 */
public record Portal(String name, String accent, String welcome, List<Contact> contacts, SignInPolicy signIn) {

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
        Objects.requireNonNull(signIn);
    }

    /** A portal with this name, the house's blue no texts yet, and sign-in by password and captcha. */
    public static Portal named(String name) {
        return new Portal(name, "#1f5fa8", "", List.of(), SignInPolicy.PASSWORDS);
    }

    public Portal accent(String colour) {
        return new Portal(name, colour, welcome, contacts, signIn);
    }

    public Portal welcome(String text) {
        return new Portal(name, accent, text, contacts, signIn);
    }

    public Portal contacts(Contact... lines) {
        return new Portal(name, accent, welcome, List.of(lines), signIn);
    }

    /** How people sign in; without it by password and captcha. */
    public Portal signIn(SignInPolicy policy) {
        return new Portal(name, accent, welcome, contacts, policy);
    }

    /** What a person reads who has forgotten a password, and nothing else is done about it. */
    public Portal forgotten(String text) {
        return signIn(signIn.forgotten(Forgotten.says(text)));
    }

    /** What a person reads who has forgotten a password; may be blank. */
    public String forgotten() {
        return signIn.forgotten().text();
    }
}

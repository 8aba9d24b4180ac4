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
 * @param pages pages of help in the region's own words, such as 注册指引
 * @param systems what parties choose from when they have signed in; empty if they go straight to their desk
 */
public record Portal(
        String name,
        String accent,
        String welcome,
        List<Contact> contacts,
        SignInPolicy signIn,
        List<Page> pages,
        List<Subsystem> systems) {

    /**
     * A system of a larger platform that the region's portal is (AUTH-03, step 5).
     *
     * @param title as its people call it
     * @param about what is done there, in a line
     */
    public record Subsystem(String title, String about) {
        public Subsystem {
            Objects.requireNonNull(title);
            Objects.requireNonNull(about);
        }
    }

    /**
     * A page that is read by whoever comes.
     *
     * @param id id in lower case with hyphens, part of its address
     * @param title Chinese title, as the front page names it
     * @param sections its parts, in this order
     */
    public record Page(String id, String title, List<Section> sections) {
        public Page {
            Objects.requireNonNull(id);
            Objects.requireNonNull(title);
            sections = List.copyOf(sections);
        }

        public static Page page(String id, String title, Section... sections) {
            return new Page(id, title, List.of(sections));
        }
    }

    /**
     * A headed part of a page.
     *
     * @param heading may be blank
     * @param lines paragraphs, or the steps of what is to be done
     * @param numbered true if the lines are steps
     */
    public record Section(String heading, List<String> lines, boolean numbered) {
        public Section {
            Objects.requireNonNull(heading);
            lines = List.copyOf(lines);
        }

        public static Section section(String heading, String... lines) {
            return new Section(heading, List.of(lines), false);
        }

        /** Steps, one after the other. */
        public static Section steps(String heading, String... lines) {
            return new Section(heading, List.of(lines), true);
        }
    }

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
        pages = List.copyOf(pages);
        systems = List.copyOf(systems);
    }

    /** A portal with this name, the house's blue no texts yet, and sign-in by password and captcha. */
    public static Portal named(String name) {
        return new Portal(name, "#1f5fa8", "", List.of(), SignInPolicy.PASSWORDS, List.of(), List.of());
    }

    public Portal accent(String colour) {
        return new Portal(name, colour, welcome, contacts, signIn, pages, systems);
    }

    public Portal welcome(String text) {
        return new Portal(name, accent, text, contacts, signIn, pages, systems);
    }

    public Portal contacts(Contact... lines) {
        return new Portal(name, accent, welcome, List.of(lines), signIn, pages, systems);
    }

    public Portal pages(Page... values) {
        return new Portal(name, accent, welcome, contacts, signIn, List.of(values), systems);
    }

    /** The systems of the platform; parties choose when they have signed in. */
    public Portal systems(Subsystem... values) {
        return new Portal(name, accent, welcome, contacts, signIn, pages, List.of(values));
    }

    /** The page of help with this id, if there is one. */
    public java.util.Optional<Page> page(String pageId) {
        return pages.stream().filter(page -> page.id().equals(pageId)).findFirst();
    }

    /** How people sign in; without it by password and captcha. */
    public Portal signIn(SignInPolicy policy) {
        return new Portal(name, accent, welcome, contacts, policy, pages, systems);
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

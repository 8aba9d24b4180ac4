package org.zhijian.api.signin;

import java.util.Objects;

/**
 * What a region does for those who have forgotten their credentials (AUTH-07). The offices that oversee it reset passwords; a password that was
 * reset is changed at the next sign-in.
 *
 * @param text what people read who ask; blank if nothing is said
 * @param initialPassword what passwords are reset to; blank for a random one
 * @param sent whether the password goes to the account's mobile number, instead of being shown to the office
 * @param findsLoginName whether the portal finds login names again for those who know the details of their registration (找回登录名)
 */
public record Forgotten(String text, String initialPassword, boolean sent, boolean findsLoginName) {
    /** Nothing is said; offices hand out random passwords. */
    public static final Forgotten SILENT = new Forgotten("", "", false, false);

    public Forgotten {
        Objects.requireNonNull(text);
        Objects.requireNonNull(initialPassword);
    }

    /** Says this; offices hand out random passwords. */
    public static Forgotten says(String text) {
        return new Forgotten(text, "", false, false);
    }

    /** The same, with this password after a reset. The rules of passwords do not bind it. */
    public Forgotten resetTo(String password) {
        return new Forgotten(text, password, sent, findsLoginName);
    }

    /** The same, with the password sent by SMS after a reset. */
    public Forgotten sending() {
        return new Forgotten(text, initialPassword, true, findsLoginName);
    }

    /** The same, with a page that finds login names again. */
    public Forgotten findingLoginNames() {
        return new Forgotten(text, initialPassword, sent, true);
    }
}

package org.zhijian.core.registration;

import java.util.List;
import java.util.Objects;
import org.zhijian.api.form.FormData;
import org.zhijian.core.cases.Upload;

/**
 * All that a registrant hands in at once, so that nothing of the half-done is kept for people who have no account.
 *
 * @param registration id of the registration
 * @param files the scans, each for its slot; the caller closes them
 * @param password what the registrant thought of; blank where the registration takes none
 * @param evidence by what it shows who it is, where a review may be spared
 */
public record Application(String registration, FormData form, List<Upload> files, String password, Evidence evidence) {
    public Application {
        Objects.requireNonNull(registration);
        Objects.requireNonNull(form);
        files = List.copyOf(files);
        Objects.requireNonNull(password);
        Objects.requireNonNull(evidence);
    }

    /** One that shows nothing. */
    public Application(String registration, FormData form, List<Upload> files, String password) {
        this(registration, form, files, password, Evidence.NONE);
    }
}

package org.zhijian.core.registration;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/** Registering organisations. Thread-safe. */
@ProviderType
public interface Registrations {

    /** The registrations that this caller may use in a jurisdiction: those open to anyone, and an office's own. */
    List<Registration> of(Caller caller, String jurisdiction);

    /** A current registration. Open to everybody. @throws org.zhijian.core.access.Refusal 404 if there is none */
    Registration registration(String jurisdiction, String registration);

    /**
     * Registers an organisation: its accounts are open when this returns, or wait for the review that the registration declares.
     *
     * @throws org.zhijian.core.access.Refusal 422 with all that is wrong, 403 if the registration is an office's, 429 after too many tries
     */
    Receipt register(Caller caller, Once once, String jurisdiction, Application application);

    /**
     * What may be filled in for a registrant by what has been filled in so far; empty if nothing is known.
     *
     * @throws org.zhijian.core.access.Refusal 404 if there is nothing to ask for, 403 if the registration is an office's, 429 after too many tries
     */
    Optional<FormData> lookUp(Caller caller, String jurisdiction, String registration, FormData form);

    /** What has become of a registration, for whoever has its id. @throws org.zhijian.core.access.Refusal 404 if there is none */
    Receipt status(String jurisdiction, String id);
}

package org.zhijian.core.internal.cases;

import org.zhijian.api.Descriptor;
import org.zhijian.api.form.FormData;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;

/** Takes organisations over that have been registered elsewhere. Thread-safe. */
public interface Registrar {

    /**
     * Takes over one organisation with its accounts, all or nothing.
     *
     * @param form normalised
     * @param passwordHash what the accounts begin with
     * @return false if it has been taken in before, and nothing is changed
     * @throws org.zhijian.core.access.Refusal 422 with all that is wrong
     */
    boolean takeOver(
            Caller caller, Descriptor descriptor, Registration registration, FormData form, String passwordHash);
}

package org.zhijian.core.registration;

import java.util.List;
import java.util.Objects;
import org.zhijian.api.chain.Stage;

/**
 * What has become of a registration.
 *
 * @param id the only way back to it for somebody without an account; nobody can guess it
 * @param number its case number
 * @param stage its state
 * @param message what the registrant reads; the reason, where it was refused
 * @param logins the login names, blank passwords included, once the accounts are open
 */
public record Receipt(String id, String number, Stage stage, String message, List<Login> logins) {

    /**
     * An account that is open now.
     *
     * @param initialPassword shown to the office that had it made up, and only this once; else blank
     */
    public record Login(String loginName, String initialPassword) {
        public Login {
            Objects.requireNonNull(loginName);
            Objects.requireNonNull(initialPassword);
        }
    }

    public Receipt {
        Objects.requireNonNull(id);
        Objects.requireNonNull(number);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(message);
        logins = List.copyOf(logins);
    }
}

package org.zhijian.core.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;

/** Signing in and out. Thread-safe. */
@ProviderType
public interface SignIn {

    /**
     * Signs in by password.
     *
     * @param portal id of the jurisdiction at whose portal it happens; the operator signs in at any
     * @throws org.zhijian.core.access.Refusal 401 with one text for a wrong name and a wrong password, 429 while locked
     */
    Session byPassword(String portal, String loginName, String password, String address);

    /** Signs in an agency's system. */
    Session byClientSecret(String clientId, String clientSecret, String address);

    /** Who stands behind a token; empty if it is unknown, expired or of an account that is no longer active. */
    Optional<Caller> caller(String token, String address);

    void signOut(String token);

    /** Changes the caller's own password (AUTH-06); ends its other sessions. */
    void changePassword(Caller caller, String oldPassword, String newPassword);
}

package org.zhijian.core.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;

/**
 * Signing in and out. What a region does not offer for a kind of account is refused with 403 {@code METHOD_NOT_OFFERED}; a demonstration lets
 * every account in by its password, and asks for no captcha. Thread-safe.
 */
@ProviderType
public interface SignIn {

    /** A fresh picture to be read. */
    Captcha captcha();

    /**
     * Looks at what somebody without an account has read, where the portal asks for captchas at all.
     *
     * @throws org.zhijian.core.access.Refusal 422 {@code CAPTCHA} where it is missing or wrong
     */
    void requireCaptcha(String portal, Captcha.Answer captcha);

    /**
     * Signs in by password (AUTH-01).
     *
     * @param portal id of the jurisdiction at whose portal it happens; the operator signs in at any
     * @throws org.zhijian.core.access.Refusal 422 {@code CAPTCHA} where a captcha is missing or wrong, which is looked at first; 401 with one
     *     text for a wrong name and a wrong password; 429 while locked
     */
    Session byPassword(String portal, String loginName, String password, Captcha.Answer captcha, String address);

    /**
     * Sends a dynamic password to the mobile number of an account (AUTH-02), not sooner than a minute after the last and not more than ten a
     * day. Says nothing of whether there is such an account.
     */
    void sendCode(String portal, String loginName, Captcha.Answer captcha, String address);

    /**
     * Signs in by the dynamic password that was sent.
     *
     * @throws org.zhijian.core.access.Refusal 401 if it is wrong, used, or tried more than five times; 401 {@code CODE_EXPIRED} if it was right
     */
    Session byCode(String portal, String loginName, String code, String address);

    /** Signs in an agency's system. */
    Session byClientSecret(String clientId, String clientSecret, String address);

    /** Who stands behind a token; empty if it is unknown, expired or of an account that is no longer active. */
    Optional<Caller> caller(String token, String address);

    void signOut(String token);

    /** Changes the caller's own password (AUTH-06); ends its other sessions. */
    void changePassword(Caller caller, String oldPassword, String newPassword);
}

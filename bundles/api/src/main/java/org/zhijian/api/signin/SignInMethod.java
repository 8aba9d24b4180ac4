package org.zhijian.api.signin;

import org.zhijian.api.Titled;

/** Ways to prove who one is. */
public enum SignInMethod implements Titled {
    /** Login name and password (AUTH-01). */
    PASSWORD("账号密码"),
    /** A code sent to the mobile number of the login name (AUTH-02). */
    SMS("动态密码"),
    /** A code on the screen, scanned by a phone on which a natural person has signed in and chooses a role (AUTH-03). */
    QR_CODE("扫码"),
    /** A lock with a certificate, and the password (AUTH-04). */
    USB_KEY("加密锁"),
    /** A government service platform, such as 国家政务服务平台, vouches for a natural person (NS-I1). */
    SERVICE_PLATFORM("政务服务平台");

    private final String title;

    SignInMethod(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

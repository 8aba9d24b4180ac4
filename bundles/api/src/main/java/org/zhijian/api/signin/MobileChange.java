package org.zhijian.api.signin;

/** When a mobile number takes effect that an account's owner has changed by codes to the old and the new number (AUTH-08). */
public enum MobileChange {
    /** Owners cannot change it. */
    NOT_OFFERED,
    AT_ONCE,
    /** An office that oversees the region approves it; until then the old number stays. */
    AFTER_APPROVAL
}

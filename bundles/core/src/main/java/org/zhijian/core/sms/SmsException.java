package org.zhijian.core.sms;

/** A carrier did not take a message. The message says why, to operators, without secrets and without the text of the SMS. */
public final class SmsException extends Exception {
    private static final long serialVersionUID = 1L;

    public SmsException(String message) {
        super(message);
    }

    public SmsException(String message, Throwable cause) {
        super(message, cause);
    }
}

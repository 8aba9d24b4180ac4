package org.zhijian.core.sms;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A carrier of SMS. Whoever registers one as a service replaces the configured HTTP gateway, by its service ranking. Thread-safe: several
 * messages are sent at once. A call comes back within half a minute.
 */
@ConsumerType
public interface SmsGateway {

    /**
     * Hands a message to the carrier; returns when the carrier has taken it.
     *
     * @throws SmsException if it has not; the message is tried again later with the same id
     */
    void send(Sms sms) throws SmsException;
}

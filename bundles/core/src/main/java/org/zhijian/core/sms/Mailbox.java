package org.zhijian.core.sms;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Where the SMS of a demonstration land instead of on people's telephones. Thread-safe. */
@ProviderType
public interface Mailbox {

    /** An SMS that nobody received. */
    record Letter(String mobile, String template, String text, Instant at) {}

    /**
     * The latest hundred messages to a number, newest first.
     *
     * @throws org.zhijian.core.access.Refusal 404 if this is no demonstration
     */
    List<Letter> read(String mobile);
}

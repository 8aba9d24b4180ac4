package org.zhijian.core.registration;

import java.util.Objects;
import java.util.Optional;
import org.zhijian.core.identity.UsbKeySignIn;

/**
 * By what a registrant shows that it is who it says.
 *
 * @param password of its old account; blank if it shows none
 * @param lock what its lock has answered to a challenge of {@link UsbKeySignIn#challenge}; empty if it shows none
 */
public record Evidence(String password, Optional<UsbKeySignIn.Proof> lock) {
    /** Nothing is shown. */
    public static final Evidence NONE = new Evidence("", Optional.empty());

    public Evidence {
        Objects.requireNonNull(password);
        Objects.requireNonNull(lock);
    }
}

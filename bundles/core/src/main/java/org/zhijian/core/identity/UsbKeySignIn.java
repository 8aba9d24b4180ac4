package org.zhijian.core.identity;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signing in by a lock with a certificate, and the account's password (AUTH-04). The certificate's subject names the lock by its serial number,
 * and leads to an authority of the configuration. Thread-safe.
 */
@ProviderType
public interface UsbKeySignIn {

    /** @param nonce what the lock has to sign, as ASCII, once and before it expires */
    record Challenge(String nonce, Duration expiresIn) {}

    /**
     * What a lock has answered.
     *
     * @param nonce the challenge; blank for the last one given for this serial
     * @param certificate X.509 in PEM, or DER in Base64
     * @param signature over the nonce, in Base64
     */
    record Proof(String serial, String nonce, String certificate, String signature, String password) {}

    /**
     * A key pair that stands in for a lock in demonstrations.
     *
     * @param certificate in PEM
     * @param privateKey of RSA, PKCS #8 in Base64; known to the whole world
     */
    record SoftwareLock(String certificate, String privateKey) {}

    /** The software lock with this serial; empty outside of demonstrations. */
    Optional<SoftwareLock> demonstrationLock(String serial);

    /** Says nothing of whether there is such a lock. */
    Challenge challenge(String serial);

    /** @throws org.zhijian.core.access.Refusal 401 if anything does not hold; a wrong password is counted as everywhere */
    Session verify(Proof proof, String address);
}

package org.zhijian.core.internal.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.UsbKeySignIn.Challenge;
import org.zhijian.core.identity.UsbKeySignIn.Proof;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;

/** Asks locks to sign, and judges what they answer; whose lock it is others know. Thread-safe. */
final class LockProofs {
    private static final Duration LIFETIME = Duration.ofSeconds(120);

    private final Transactions transactions;
    private final Time time;
    private final LockCertificates certificates;

    LockProofs(Transactions transactions, Time time, Settings settings) {
        this.transactions = transactions;
        this.time = time;
        this.certificates = new LockCertificates(settings);
    }

    LockCertificates certificates() {
        return certificates;
    }

    /** @throws Refusal 400 for what is no serial number */
    Challenge challenge(String serial) {
        if (!UsbKeys.isSerial(serial)) {
            throw Refusal.malformed("加密锁序列号不正确");
        }
        String nonce = Tokens.random();
        transactions.run(em -> new Challenges(em, time.now()).put(Challenges.Kind.NONCE, nonce, serial, "", LIFETIME));
        return new Challenge(nonce, LIFETIME);
    }

    /** Takes out what had to be signed, used up by this; empty if it was not asked of this lock, or has expired. */
    Optional<String> takeNonce(Proof proof) {
        return transactions.write(em -> {
            Challenges challenges = new Challenges(em, time.now());
            String id = proof.nonce().isBlank()
                    ? challenges.last(Challenges.Kind.NONCE, proof.serial()).orElse("")
                    : proof.nonce();
            return challenges
                    .take(Challenges.Kind.NONCE, id)
                    .filter(asked -> asked.subject().equals(proof.serial()))
                    .map(asked -> asked.id());
        });
    }

    /** Passes an answer that the lock with this serial has given to what it was asked. */
    void check(Proof proof, Optional<String> nonce) throws LockCertificates.Untrusted {
        X509Certificate certificate = certificates.read(proof.certificate());
        certificates.check(certificate, proof.serial(), time.now());
        certificates.checkSignature(
                certificate, nonce.orElseThrow(() -> new LockCertificates.Untrusted("验证已超时")), proof.signature());
    }
}

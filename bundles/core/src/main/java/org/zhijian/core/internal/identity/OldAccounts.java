package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.form.FormData;
import org.zhijian.api.registration.OldAccount;
import org.zhijian.api.registration.Proving;
import org.zhijian.core.identity.UsbKeySignIn.Proof;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.OldAccountEntity;
import org.zhijian.core.registration.Evidence;

/** Compares what registrants show with what a system that went before knew of them (NS-R03). Thread-safe. */
@Component(service = OldAccounts.class)
public final class OldAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(OldAccounts.class);

    private final Transactions transactions;
    private final LockProofs proofs;

    @Activate
    public OldAccounts(@Reference Transactions transactions, @Reference Time time, @Reference Settings settings) {
        this.transactions = transactions;
        this.proofs = new LockProofs(transactions, time, settings);
    }

    /** Keeps what has been handed over. */
    public static void keep(EntityManager em, String jurisdiction, OldAccount account) {
        OldAccountEntity entity =
                em.find(OldAccountEntity.class, new OldAccountEntity.Key(jurisdiction, account.code()));
        if (entity == null) {
            entity = new OldAccountEntity(jurisdiction, account.code());
            em.persist(entity);
        }
        entity.passwordHash(account.passwordHash().orElse(null));
        entity.lockSerial(account.lockSerial().orElse(null));
    }

    /** Forgets an organisation that has its account here. */
    public static void forget(EntityManager em, String jurisdiction, String code) {
        Optional.ofNullable(em.find(OldAccountEntity.class, new OldAccountEntity.Key(jurisdiction, code)))
                .ifPresent(em::remove);
    }

    /**
     * True if the registrant shows what its form says, and it is right. Takes as long whether or not anything is known of it. Not inside a
     * transaction.
     */
    public boolean proves(String jurisdiction, Proving proving, String code, FormData form, Evidence evidence) {
        Optional<OldAccountEntity> known = code.isBlank()
                ? Optional.empty()
                : transactions.read(em -> Optional.ofNullable(
                        em.find(OldAccountEntity.class, new OldAccountEntity.Key(jurisdiction, code))));
        if (proving.isByPassword(form)) {
            return known.map(OldAccountEntity::passwordHash)
                    .map(hash -> Passwords.matches(hash, evidence.password()))
                    .orElseGet(() -> Passwords.verifyNothing(evidence.password()));
        }
        return proving.isByLock(form)
                && evidence.lock().isPresent()
                && isOfItsLock(
                        known.map(OldAccountEntity::lockSerial), evidence.lock().get());
    }

    private boolean isOfItsLock(Optional<String> serial, Proof proof) {
        Optional<String> nonce = proofs.takeNonce(proof);
        if (!serial.equals(Optional.of(proof.serial()))) {
            return false;
        }
        try {
            proofs.check(proof, nonce);
            return true;
        } catch (LockCertificates.Untrusted untrusted) {
            LOG.info("a lock that a registrant shows is not taken: {}", untrusted.getMessage());
            return false;
        }
    }
}

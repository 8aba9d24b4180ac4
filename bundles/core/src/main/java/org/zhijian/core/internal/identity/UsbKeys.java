package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.store.entity.UsbKeyEntity;

/** The locks and their accounts, as one transaction sees them. Not thread-safe. */
public final class UsbKeys {
    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9-]{4,60}");
    private static final String BOUND = "BOUND";
    private static final String LOST = "LOST";

    private final EntityManager em;

    public UsbKeys(EntityManager em) {
        this.em = em;
    }

    static boolean isSerial(String typed) {
        return SERIAL.matcher(typed).matches();
    }

    /** Id of the account that a lock opens; empty if it is bound to none or was lost. */
    Optional<String> accountOf(String serial) {
        return isSerial(serial)
                ? Optional.ofNullable(em.find(UsbKeyEntity.class, serial))
                        .filter(key -> key.state().equals(BOUND))
                        .map(UsbKeyEntity::accountId)
                : Optional.empty();
    }

    /** The lock that opens an account. */
    Optional<UsbKeyEntity> boundTo(String accountId) {
        return of(accountId).stream().filter(key -> key.state().equals(BOUND)).findFirst();
    }

    /** True if its lock was lost and it has no other. */
    boolean hasLost(String accountId) {
        List<UsbKeyEntity> keys = of(accountId);
        return !keys.isEmpty() && keys.stream().allMatch(key -> key.state().equals(LOST));
    }

    private List<UsbKeyEntity> of(String accountId) {
        return em.createQuery("select k from UsbKeyEntity k where k.accountId = :account", UsbKeyEntity.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** @throws Refusal 422 for what is no serial number; 409 if the lock was given out before, or the account has one */
    void bind(String serial, String accountId, Instant now) {
        if (!isSerial(serial)) {
            throw Refusal.invalid(Violation.of("serial", "AUTH-04", "加密锁序列号应为4至60位字母、数字或连字符"));
        }
        UsbKeyEntity known = em.find(UsbKeyEntity.class, serial);
        if (known != null && !(known.state().equals(LOST) && known.accountId().equals(accountId))) {
            throw Refusal.conflict("USB_KEY_BOUND", "该加密锁已绑定或已挂失");
        }
        if (boundTo(accountId).isPresent()) {
            throw Refusal.conflict("USB_KEY_BOUND", "该账号已绑定加密锁，请先解除");
        }
        if (known == null) {
            em.persist(new UsbKeyEntity(serial, accountId, BOUND, now));
        } else {
            known.state(BOUND);
            known.changedAt(now);
        }
    }

    /** Binds a lock that has never been given out; one that has stays as it is. */
    public void give(String serial, String accountId, Instant now) {
        if (em.find(UsbKeyEntity.class, serial) == null) {
            em.persist(new UsbKeyEntity(serial, accountId, BOUND, now));
        }
    }

    /** @throws Refusal 409 if the account has none */
    String unbind(String accountId, Instant now) {
        UsbKeyEntity key = boundTo(accountId).orElseThrow(() -> Refusal.conflict("NO_USB_KEY", "该账号没有绑定加密锁"));
        key.state(LOST);
        key.changedAt(now);
        return key.serial();
    }
}

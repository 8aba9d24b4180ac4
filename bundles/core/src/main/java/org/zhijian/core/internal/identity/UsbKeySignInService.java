package org.zhijian.core.internal.identity;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** Sign-ins by lock. Whoever is refused hears one sentence; the log of the account has the reason. Thread-safe. */
@Component(service = UsbKeySignIn.class)
public final class UsbKeySignInService implements UsbKeySignIn {
    private final Transactions transactions;
    private final Entrance entrance;
    private final PasswordCheck check;
    private final LockProofs proofs;

    @Activate
    public UsbKeySignInService(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference Entrance entrance,
            @Reference Settings settings) {
        this.transactions = transactions;
        this.entrance = entrance;
        this.check = new PasswordCheck(transactions, time);
        this.proofs = new LockProofs(transactions, time, settings);
    }

    @Override
    public Optional<SoftwareLock> demonstrationLock(String serial) {
        return proofs.certificates().demonstrationLock(serial);
    }

    @Override
    public Challenge challenge(String serial) {
        return proofs.challenge(serial);
    }

    @Override
    public Session verify(Proof proof, String address) {
        Optional<String> nonce = proofs.takeNonce(proof);
        KnownAccount account = transactions
                .read(em -> new UsbKeys(em)
                        .accountOf(proof.serial())
                        .map(id -> em.find(AccountEntity.class, id))
                        .map(KnownAccount::of))
                .orElseThrow(UsbKeySignInService::refused);
        try {
            proofs.check(proof, nonce);
        } catch (LockCertificates.Untrusted untrusted) {
            entrance.failed(account, address, SignInMethod.USB_KEY.title() + "：" + untrusted.getMessage());
            throw refused();
        }
        PasswordCheck.Attempt attempt = new PasswordCheck.Attempt(account.portal(), account.loginName(), address);
        if (!check.passes(attempt, Optional.of(account), proof.password())) {
            throw SignInService.badCredentials();
        }
        entrance.requireAdmitted(account, SignInMethod.USB_KEY, address);
        return transactions.write(em -> {
            AccountEntity entity = AccountEvents.locked(em, account.id());
            check.succeed(em, attempt);
            boolean still = KnownAccount.of(entity).equals(account)
                    && new UsbKeys(em).accountOf(proof.serial()).equals(Optional.of(account.id()));
            if (!still) {
                throw refused();
            }
            return entrance.open(em, entity, SignInMethod.USB_KEY, address);
        });
    }

    private static Refusal refused() {
        return new Refusal(Refusal.Kind.UNAUTHENTICATED, "USB_KEY_REFUSED", "加密锁验证未通过，请重新插入加密锁后再试；如已挂失请使用动态密码登录");
    }
}

package org.zhijian.core.internal.identity;

import java.security.cert.X509Certificate;
import java.time.Duration;
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
    private static final Duration LIFETIME = Duration.ofSeconds(120);

    private final Transactions transactions;
    private final Time time;
    private final Entrance entrance;
    private final PasswordCheck check;
    private final LockCertificates certificates;

    @Activate
    public UsbKeySignInService(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference Entrance entrance,
            @Reference Settings settings) {
        this.transactions = transactions;
        this.time = time;
        this.entrance = entrance;
        this.check = new PasswordCheck(transactions, time);
        this.certificates = new LockCertificates(settings);
    }

    @Override
    public Optional<SoftwareLock> demonstrationLock(String serial) {
        return certificates.demonstrationLock(serial);
    }

    @Override
    public Challenge challenge(String serial) {
        if (!UsbKeys.isSerial(serial)) {
            throw Refusal.malformed("加密锁序列号不正确");
        }
        String nonce = Tokens.random();
        transactions.run(em -> new Challenges(em, time.now()).put(Challenges.Kind.NONCE, nonce, serial, "", LIFETIME));
        return new Challenge(nonce, LIFETIME);
    }

    @Override
    public Session verify(Proof proof, String address) {
        Optional<String> nonce = takeNonce(proof);
        KnownAccount account = transactions
                .read(em -> new UsbKeys(em)
                        .accountOf(proof.serial())
                        .map(id -> em.find(AccountEntity.class, id))
                        .map(KnownAccount::of))
                .orElseThrow(UsbKeySignInService::refused);
        try {
            X509Certificate certificate = certificates.read(proof.certificate());
            certificates.check(certificate, proof.serial(), time.now());
            certificates.checkSignature(
                    certificate, nonce.orElseThrow(() -> new LockCertificates.Untrusted("验证已超时")), proof.signature());
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

    /** What had to be signed, used up by this. */
    private Optional<String> takeNonce(Proof proof) {
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

    private static Refusal refused() {
        return new Refusal(Refusal.Kind.UNAUTHENTICATED, "USB_KEY_REFUSED", "加密锁验证未通过，请重新插入加密锁后再试；如已挂失请使用动态密码登录");
    }
}

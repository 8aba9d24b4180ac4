package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.notice.SmsTemplate;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.outbox.Outbox;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** Fresh passwords for those who have forgotten theirs (AUTH-07), inside the transaction that runs. */
public final class PasswordResets {
    static final SmsTemplate SENT =
            new SmsTemplate("PASSWORD_RESET", "重置密码", "您的账号{loginName}的密码已重置为{password}，请登录后立即修改。");

    private PasswordResets() {}

    /** Resets the passwords of an organisation's active accounts, and sends them. @throws Refusal 409 if there is no number to send one to */
    public static void ofOrganisation(EntityManager em, String portal, String organisationId, Caller by, Instant now) {
        List<String> ids = em.createQuery(
                        "select a.id from AccountEntity a where a.portal = :portal and a.organisationId = :organisation"
                                + " and a.status = :active order by a.id",
                        String.class)
                .setParameter("portal", portal)
                .setParameter("organisation", organisationId)
                .setParameter("active", Accounts.ACTIVE)
                .getResultList();
        for (String id : ids) {
            AccountEntity account = AccountEvents.locked(em, id);
            String password = FirstPasswords.random();
            send(em, account, mobile(em, account), password, now);
            replace(em, account, Passwords.hash(password), now);
            AccountEvents.PASSWORD_RESET.append(em, account, now, by, "");
        }
    }

    private static String mobile(EntityManager em, AccountEntity account) {
        return account.mobile().isBlank()
                ? new DirectoryView(em)
                        .organisation(account.organisationId())
                        .map(Organisation::contactMobile)
                        .orElse("")
                : account.mobile();
    }

    /** Sends a password; it does not stay in the outbox. @throws Refusal 409 if there is no number */
    static void send(EntityManager em, AccountEntity account, String mobile, String password, Instant now) {
        if (mobile.isBlank()) {
            throw Refusal.conflict("NO_MOBILE", "该账号没有登记手机号码，请先变更手机号码");
        }
        Map<String, String> values = Map.of("loginName", account.loginName(), "password", password);
        Outbox.passingSms(em, now, account.portal(), mobile, SENT, values, Duration.ofDays(1));
    }

    /** The account has this password now, which must be changed; whoever had signed in with the old one is out. */
    static void replace(EntityManager em, AccountEntity account, String hash, Instant now) {
        PasswordChange.remember(account);
        account.passwordHash(hash);
        account.mustChangePassword(true);
        new Sessions(em, now).endOthers(account.id(), "");
    }
}

package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.check.Mobile;
import org.zhijian.api.notice.Mask;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.UsbKeyEntity;

/** What offices do to the numbers and locks of accounts. Thread-safe. */
@Component(service = SignInMeans.class)
public final class SignInMeansService implements SignInMeans {
    private static final int LONGEST_PROOF = 500;

    private final Transactions transactions;
    private final Writes writes;
    private final Time time;
    private final Administration administration;

    @Activate
    public SignInMeansService(
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time,
            @Reference Administration administration) {
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
        this.administration = administration;
    }

    @Override
    public boolean administers(Caller caller, String jurisdiction) {
        return administration.administers(caller, jurisdiction);
    }

    @Override
    public Page<Line> list(Caller caller, String jurisdiction, String text, String cursor, int limit) {
        Administrators.require(administration, caller, jurisdiction);
        int size = Page.limit(limit);
        String named = " and (lower(a.loginName) like :text escape '!' or lower(a.displayName) like :text escape '!')";
        String jpql = "select a from AccountEntity a where a.portal = :portal" + (text.isBlank() ? "" : named)
                + (cursor.isBlank() ? "" : " and a.loginName > :after") + " order by a.loginName";
        return transactions.read(em -> {
            TypedQuery<AccountEntity> query =
                    em.createQuery(jpql, AccountEntity.class).setParameter("portal", jurisdiction);
            if (!text.isBlank()) {
                query.setParameter("text", SearchText.contained(text));
            }
            if (!cursor.isBlank()) {
                query.setParameter("after", SearchText.checked(Cursor.parts(cursor, 1)[0]));
            }
            List<AccountEntity> found = query.setMaxResults(size + 1).getResultList();
            List<Line> lines =
                    found.stream().limit(size).map(account -> line(em, account)).toList();
            return new Page<>(
                    lines, found.size() > size ? Cursor.of(lines.get(size - 1).loginName()) : "");
        });
    }

    private static Line line(EntityManager em, AccountEntity account) {
        return new Line(
                account.id(),
                account.loginName(),
                Callers.of(em, account, "").displayName(),
                Mask.MOBILE.apply(account.mobile()),
                new UsbKeys(em).boundTo(account.id()).map(UsbKeyEntity::serial).orElse(""));
    }

    @Override
    public void changeMobile(
            Caller caller, Once once, String jurisdiction, String accountId, String mobile, String proof) {
        String number = Mobile.normalise(mobile);
        String shown = proof.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_PROOF) {
            String text = "请填写所出示的变更证明，不超过" + LONGEST_PROOF + "字";
            throw Refusal.invalid(Violation.of("proof", MobileChangeService.RULE, text));
        }
        act(caller, once, "change-mobile", jurisdiction, accountId, List.of(number, shown), (em, account) -> {
            MobileChangeService.requireNew(account, number);
            MobileChangeService.changeNow(em, account, number, caller, time.now(), "窗口办理：" + shown);
        });
    }

    @Override
    public void bindUsbKey(Caller caller, Once once, String jurisdiction, String accountId, String serial) {
        String bound = serial.strip();
        act(caller, once, "bind-usb-key", jurisdiction, accountId, List.of(bound), (em, account) -> {
            new UsbKeys(em).bind(bound, account.id(), time.now());
            AccountEvents.USB_KEY_BOUND.append(em, account, time.now(), caller, bound);
        });
    }

    @Override
    public void unbindUsbKey(Caller caller, Once once, String jurisdiction, String accountId) {
        act(caller, once, "unbind-usb-key", jurisdiction, accountId, List.of(), (em, account) -> {
            Instant now = time.now();
            String serial = new UsbKeys(em).unbind(account.id(), now);
            AccountEvents.USB_KEY_UNBOUND.append(em, account, now, caller, serial);
        });
    }

    /** Carries something out on an account of the region, which is locked; others are not known here. */
    private void act(
            Caller caller,
            Once once,
            String name,
            String jurisdiction,
            String accountId,
            List<?> arguments,
            BiConsumer<EntityManager, AccountEntity> work) {
        Administrators.require(administration, caller, jurisdiction);
        writes.once(caller, once, name, List.of(jurisdiction, accountId, arguments), em -> {
            AccountEntity account = AccountEvents.locked(em, SearchText.checked(accountId));
            if (account == null || !account.portal().equals(jurisdiction)) {
                throw Refusal.notFound();
            }
            work.accept(em, account);
            return "";
        });
    }
}

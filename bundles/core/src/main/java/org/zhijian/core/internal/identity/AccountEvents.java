package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.zhijian.core.access.Caller;
import org.zhijian.core.internal.store.EventLog;
import org.zhijian.core.internal.store.entity.AccountEntity;

/** What happens to accounts, in the log of each. */
public enum AccountEvents {
    SIGNED_IN("登录"),
    SIGN_IN_FAILED("登录失败"),
    CODE_SENT("发送动态密码"),
    PASSWORD_CHANGED("修改密码"),
    OPENED("开通账号"),
    DISABLED("停用账号"),
    ENABLED("启用账号"),
    UNLOCKED("解除登录锁定"),
    PASSWORD_RESET("重置密码"),
    OFFICES_CHANGED("调整所属机构"),
    GRANTED("授予接入权限"),
    REVOKED("取消接入权限"),
    CERTIFICATE_PRINTED("打印证书"),
    EXPORTED("导出数据"),
    CALENDAR_CHANGED("修改工作日历"),
    DELEGATED("委托代办"),
    DELEGATION_REVOKED("撤销委托"),
    MOBILE_CHANGE_REQUESTED("申请变更手机号码"),
    MOBILE_CHANGE_RETURNED("退回手机号码变更"),
    MOBILE_CHANGED("变更手机号码"),
    USB_KEY_BOUND("绑定加密锁"),
    USB_KEY_UNBOUND("解除加密锁"),
    PLATFORM_BOUND("关联政务服务平台");

    private final String title;

    AccountEvents(String title) {
        this.title = title;
    }

    /** The account, locked until the transaction ends: its log has one writer at a time. */
    public static AccountEntity locked(EntityManager em, String accountId) {
        return em.find(AccountEntity.class, accountId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Writes into the log of the caller's own account what it did. */
    public void append(EntityManager em, Caller caller, Instant at, String told) {
        append(em, locked(em, caller.accountId()), at, caller.displayName(), caller.address(), told);
    }

    /** @param actor how people read of who did it; blank if nobody proved to be the owner */
    void append(EntityManager em, AccountEntity account, Instant at, String actor, String address, String opinion) {
        append(em, account, at, actor.isBlank() ? "" : account.id(), actor, address, opinion);
    }

    /** @param by who did it: the owner, or a member of an office */
    public void append(EntityManager em, AccountEntity account, Instant at, Caller by, String opinion) {
        append(em, account, at, by.accountId(), by.displayName(), by.address(), opinion);
    }

    private void append(
            EntityManager em,
            AccountEntity account,
            Instant at,
            String accountId,
            String actor,
            String address,
            String opinion) {
        EventLog.Head head = EventLog.append(
                em,
                account.id(),
                new EventLog.Head(account.eventSeq(), account.eventHash()),
                new EventLog.Entry(at, accountId, actor, address, name(), title, null, 0, opinion, null));
        account.eventSeq(head.seq());
        account.eventHash(head.hash());
    }
}

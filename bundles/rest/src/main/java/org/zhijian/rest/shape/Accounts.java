package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.Session;

/** Tokens and accounts. */
public final class Accounts {
    private Accounts() {}

    /** A fresh token; {@code expiresIn} counts seconds. */
    public record Token(
            String token,
            @Told("有效期，秒") long expiresIn,
            @Told("为 true 时须先修改密码，其他操作一律返回 403 MUST_CHANGE_PASSWORD") boolean mustChangePassword) {

        public static Token of(Session session) {
            return new Token(
                    session.token(),
                    session.expiresIn().toSeconds(),
                    session.caller().mustChangePassword());
        }
    }

    /** The caller's account; blank where it has no such thing. */
    public record Account(
            String accountId,
            String loginName,
            String displayName,
            Caller.Kind kind,
            @Told("所属辖区 id；系统管理员为空") String jurisdiction,
            String organisationId,
            String personId,
            @Told("所属机构 id") List<String> offices,
            boolean mustChangePassword) {

        public static Account of(Caller caller) {
            return new Account(
                    caller.accountId(),
                    caller.loginName(),
                    caller.displayName(),
                    caller.kind(),
                    caller.jurisdiction(),
                    caller.organisationId(),
                    caller.personId(),
                    caller.offices().stream().sorted().toList(),
                    caller.mustChangePassword());
        }
    }
}

package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.zhijian.core.access.Caller;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.administration.Administration.AccountLine;
import org.zhijian.core.administration.Administration.Issued;
import org.zhijian.core.administration.Administration.OfficeLine;

/** The accounts and offices of a region. */
public final class Administered {
    private Administered() {}

    /** An office and the number of its active accounts. */
    public record OfficeItem(String id, String name, String level, int members) {
        public static OfficeItem of(OfficeLine line) {
            return new OfficeItem(line.id(), line.name(), line.level(), line.members());
        }
    }

    /** An account. */
    public record AccountItem(
            String id,
            String loginName,
            Caller.Kind kind,
            String name,
            @Told("所属单位 id；机构人员为空") String organisationId,
            @Told("该登录名对应的单位类型；不区分类型时为空") String organisationType,
            @Told("所属机构 id") List<String> offices,
            @Told("手机号码，脱敏") String mobile,
            @Told("加密锁序列号；没有时为空") String usbKey,
            Administration.Status status,
            boolean mustChangePassword,
            Instant createdAt) {

        public static AccountItem of(AccountLine line) {
            return new AccountItem(
                    line.id(),
                    line.loginName(),
                    line.kind(),
                    line.name(),
                    line.organisationId(),
                    line.organisationType(),
                    line.officeIds(),
                    line.mobile(),
                    line.usbKey(),
                    line.status(),
                    line.must(),
                    line.createdAt());
        }
    }

    /** An account with the password that was made up for it. */
    public record IssuedItem(
            AccountItem account,
            @Maybe @JsonInclude(JsonInclude.Include.NON_NULL) @Told("系统生成的初始密码，仅在本次返回；重复请求不再返回")
                    String initialPassword) {

        public static IssuedItem of(Issued issued) {
            return new IssuedItem(
                    AccountItem.of(issued.account()),
                    issued.initialPassword().isBlank() ? null : issued.initialPassword());
        }
    }

    /** Opens an account, of a member of offices or a further one of an organisation. */
    public record AccountCommand(
            String loginName,
            @Maybe @Told("机构人员的姓名") String name,
            @Maybe @Told("单位 id；开立机构人员账号时不填") String organisationId,
            @Maybe @Told("机构 id；开立单位账号时不填") List<String> offices,
            @Maybe String mobile) {}

    /** Takes an account out of use. */
    public record DisableCommand(@Maybe @Told("原因") String reason) {}

    /** Makes a member one of exactly these offices. */
    public record OfficesCommand(@Told("机构 id") List<String> offices) {}
}

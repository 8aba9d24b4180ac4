package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.core.access.Refusal;

/** What callers send. Unknown properties are refused. */
public final class Commands {
    private Commands() {}

    /**
     * Asks for a token.
     *
     * @param grant {@code password} (default), {@code client_credentials}; a dynamic password or a ticket tell themselves
     * @param portal id of the jurisdiction at whose portal one signs in; none for the operator
     */
    public record TokenCommand(
            @Maybe
                    @Told(
                            "password（缺省）或 client_credentials；带 smsCode 时为动态密码登录，带 qrId 和 ticket 时为扫码登录，带 state 和 ticket 时为政务服务平台登录")
                    String grant,
            @Maybe @Told("登录门户，即辖区 id；系统管理员可不填") String portal,
            @Maybe String loginName,
            @Maybe String password,
            @Maybe @Told("验证码 id；辖区要求验证码时必填，演示系统可不填") String captchaId,
            @Maybe @Told("图片中的字符，不分大小写，一次有效") String captcha,
            @Maybe @Told("短信收到的动态密码") String smsCode,
            @Maybe @Told("扫码登录的二维码 id") String qrId,
            @Maybe @Told("扫码确认后，或由政务服务平台返回时取得的一次性凭据") String ticket,
            @Maybe @Told("前往政务服务平台登录时取得的 state") String state,
            @Maybe String clientId,
            @Maybe String clientSecret) {}

    /** Asks for a dynamic password. */
    public record SmsCommand(
            @Told("登录门户，即辖区 id") String portal,
            String loginName,
            @Maybe @Told("验证码 id；辖区要求验证码时必填，演示系统可不填") String captchaId,
            @Maybe @Told("图片中的字符") String captcha) {}

    /** Begins a sign-in by a scanned code. */
    public record QrCommand(@Told("登录门户，即辖区 id") String portal) {}

    /** Sets out to a service platform. */
    public record PlatformCommand(@Told("登录门户，即辖区 id") String portal) {}

    /** Chooses a role. */
    public record RoleCommand(@Told("扫码所列账号之一") String accountId) {}

    /** Asks for something to be signed by a lock. */
    public record LockCommand(@Told("加密锁序列号") String serial) {}

    /** What the lock has answered. */
    public record LockProofCommand(
            @Told("加密锁序列号") String serial,
            @Maybe @Told("被签名的随机数；缺省为该加密锁最近取得的") String nonce,
            @Told("X.509 证书，PEM 或 DER 的 Base64") String certificate,
            @Told("对 nonce（ASCII）的签名，Base64；RSA/ECDSA 用 SHA-256，SM2 用 SM3") String signature,
            String password) {}

    /** A code that came by SMS. */
    public record CodeCommand(@Told("短信验证码") String code) {}

    /** The number that a code is sent to. */
    public record NewMobileCommand(@Told("验证原手机号码取得的 proof") String proof, @Told("新手机号码") String mobile) {}

    /** Changes the caller's number. */
    public record MobileCommand(
            @Told("验证原手机号码取得的 proof") String proof, @Told("新手机号码") String mobile, @Told("新手机号码收到的验证码") String code) {}

    /** Changes a number at the window. */
    public record WindowMobileCommand(@Told("新手机号码") String mobile, @Told("所出示的变更证明") String proof) {}

    /** Decides a change of a number. */
    public record MobileDecisionCommand(
            @Told("APPROVE 同意，RETURN 退回") String decision, @Maybe @Told("意见；退回时必填") String opinion) {}

    /** Changes the caller's password. */
    public record PasswordCommand(String oldPassword, String newPassword) {}

    /** Starts a case. */
    public record FormCommand(@Told("表单：字段 id 与值，按办事事项的 schema；草稿可不完整") Map<String, Object> form) {}

    /** Replaces the form of a case; clients that send the form itself, without {@code form} around it, are understood too. */
    public record FormReplacement(@Told("表单：字段 id 与值，按办事事项的 schema") Map<String, Object> form) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static FormReplacement of(Map<String, Object> body) {
            if (!(body.get("form") instanceof Map<?, ?> inner)) {
                return new FormReplacement(body);
            }
            if (body.size() > 1) {
                throw Refusal.malformed("除 form 外不应有其他字段");
            }
            Map<String, Object> form = new LinkedHashMap<>();
            inner.forEach((field, value) -> form.put(String.valueOf(field), value));
            return new FormReplacement(form);
        }
    }

    /** Puts the files of a slot in another order. */
    public record OrderCommand(@Told("材料 id") String slot, @Told("该材料当前所有附件的序号，按新的顺序") List<Integer> order) {}

    /**
     * Decides a task.
     *
     * @param decision one of the codes that the task offers
     * @param returnTo for a return: who corrects, one of the values that the task offers
     */
    public record DecisionCommand(
            @Told("该待办所列决定之一的代码") String decision,
            @Maybe @Told("意见；opinionRequired 为 true 时必填") String opinion,
            @Maybe @Told("该环节自己的表单，按待办的 schema") Map<String, Object> form,
            @Maybe @Told("退回对象；缺省为通常的补正人") String returnTo,
            @Maybe @Told("一次性告知补正的内容；仅该决定需要") SupplementCommand supplement) {}

    /** What is missing: the whole list, once. */
    public record SupplementCommand(
            @Told("需要补正的字段或材料 id") List<String> items, @Told("补正期限，yyyy-MM-dd") LocalDate dueOn) {}

    /** Gives a task to a colleague of the same office, or hands it over to another office that its step allows. */
    public record AssigneeCommand(
            @Maybe @Told("本机构人员的登录名；与 office 二选一") String colleague,
            @Maybe @Told("接收移交的机构 id；与 colleague 二选一") String office,
            @Maybe @Told("原因；移交机构时必填") String reason) {}

    /** Asks another officer for an opinion. */
    public record CoReviewCommand(
            @Told("征求意见的人员的登录名") String reviewer,
            @Maybe @Told("需要说明的问题") String question,
            @Maybe @Told("为 true 时须待意见提交后才能作出决定") Boolean blocking) {}

    /** Gives an opinion. */
    public record OpinionCommand(String opinion) {}

    /** Lets a colleague act while one is away. */
    public record DelegationCommand(
            @Told("代办人员的登录名") String delegate,
            @Told("起始日期，yyyy-MM-dd") LocalDate from,
            @Told("截止日期（含），yyyy-MM-dd") LocalDate to) {}

    /** What somebody knows of a registration. */
    public record LoginNamesCommand(
            @Told("登录门户，即辖区 id") String portal,
            @Told("单位名称") String orgName,
            @Told("统一社会信用代码或组织机构代码") String orgCode,
            @Maybe @Told("注册人身份证号") String registrantIdNo,
            @Maybe String captchaId,
            @Maybe String captcha) {}

    /** An entry of a dictionary. */
    public record EntryCommand(
            @Told("名称") String label,
            @Maybe @Told("顺序，0 至 9999；缺省 0") Integer position,
            @Maybe @Told("false 为停用；缺省启用") Boolean inUse) {}

    /** Makes a day a holiday or a working day. */
    public record CalendarDayCommand(@Told("HOLIDAY 放假，WORKING 上班") String kind, @Told("事由") String title) {}

    /** Confirms that the data of a module are to go for good. */
    public record PurgeCommand(@Told("再次填写模块标识，以确认清除") String confirmation) {}
}

package org.zhijian.rest.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.registration.Receipt;
import org.zhijian.rest.schema.FormSchema;

/** Registering organisations. */
public final class Registering {
    private Registering() {}

    /** A registration that the caller may use. */
    public record RegistrationItem(
            String id,
            String title,
            @Told("注册后是否须经审核才能登录") boolean reviewed,
            @Told("初始密码：CHOSEN 注册人自设，ISSUED 系统生成并仅显示一次，SENT 开通时发送到手机，FIXED 规定的密码，NONE 不用密码")
                    FirstPassword.Kind password,
            @Told("注册表单（JSON Schema 2020-12）") ObjectNode schema,
            @Told("须随注册一并提交的材料") List<SlotItem> attachments,
            @Told("填写时可否查询已知信息（POST .../lookup）") boolean lookup) {

        public static RegistrationItem of(Descriptor jurisdiction, Registration registration) {
            return new RegistrationItem(
                    registration.id(),
                    registration.title(),
                    registration.isReviewed(),
                    registration.password().kind(),
                    FormSchema.of(jurisdiction.id(), registration.procedure()),
                    SlotItem.of(
                            registration.procedure().slots(),
                            registration.procedure().applicantForm()),
                    registration.lookup().isPresent());
        }
    }

    /**
     * Registers an organisation.
     *
     * @param password where the registrant thinks of it
     * @param evidence by what the registrant shows who it is
     */
    public record RegistrationCommand(
            @Told("注册种类的 id") String registration,
            @Told("注册表单：字段 id 与值") Map<String, Object> form,
            @Maybe @Told("注册人自设的密码；password 为 CHOSEN 时必填") String password,
            @Maybe @Told("可免审核的凭据，按表单所选的认证方式提供") EvidenceCommand evidence) {}

    /**
     * The old password, or the answer of the lock.
     *
     * @param password of the account in the system that went before
     */
    public record EvidenceCommand(@Maybe @Told("原系统的登录密码") String password, @Maybe @Told("身份锁的签名") LockAnswer lock) {}

    /** What a lock has answered. */
    public record LockAnswer(
            @Told("身份锁序列号") String serial,
            @Maybe @Told("POST /auth/usbkey/challenge 给出的 nonce；缺省为最近一次") String nonce,
            @Told("X.509 证书，PEM 或 Base64 的 DER") String certificate,
            @Told("对 nonce 的签名，Base64") String signature) {}

    /** What has been filled in so far. */
    public record LookupCommand(@Told("已填写的字段 id 与值") Map<String, Object> form) {}

    /** What is known. */
    public record LookupItem(@Told("可填入的字段 id 与值；没有时为空") Map<String, Object> form) {}

    /** What has become of it. */
    public record ReceiptItem(
            @Told("凭此 id 查询审核结果，请妥善保存") String id,
            String number,
            CaseState state,
            String stateLabel,
            @Told("提示；未通过的为原因") String message,
            @Told("已开通的登录名；待审核时为空") List<LoginItem> logins) {

        public static ReceiptItem of(Receipt receipt) {
            return new ReceiptItem(
                    receipt.id(),
                    receipt.number(),
                    receipt.stage().state(),
                    receipt.stage().label(),
                    receipt.message(),
                    receipt.logins().stream()
                            .map(login -> new LoginItem(
                                    login.loginName(),
                                    login.initialPassword().isBlank() ? null : login.initialPassword()))
                            .toList());
        }
    }

    /** An account that is open now. */
    public record LoginItem(
            String loginName,
            @Maybe @JsonInclude(JsonInclude.Include.NON_NULL) @Told("系统生成的初始密码，仅在本次返回；重复请求不再返回")
                    String initialPassword) {}
}

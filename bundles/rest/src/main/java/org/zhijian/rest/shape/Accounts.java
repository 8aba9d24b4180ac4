package org.zhijian.rest.shape;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.identity.UsbKeySignIn;

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

    /** A picture to be read. */
    public record CaptchaPicture(
            String captchaId, @Told("data:image/png;base64 形式的图片") String image, @Told("有效期，秒") long expiresIn) {

        public static CaptchaPicture of(Captcha captcha) {
            return new CaptchaPicture(
                    captcha.id(),
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(captcha.png()),
                    captcha.expiresIn().toSeconds());
        }
    }

    /** Where to sign in, and what to bring back from there. */
    public record PlatformVisit(
            @Told("返回后与凭据一并提交，一次有效；不得使用他人浏览器带回的") String state,
            @Told("政务服务平台的登录地址") String address,
            @Told("有效期，秒") long expiresIn) {

        public static PlatformVisit of(PlatformSignIn.Started started) {
            return new PlatformVisit(
                    started.state(),
                    started.address().toString(),
                    started.expiresIn().toSeconds());
        }
    }

    /** A code to be shown; {@code secret} stays with who shows it. */
    public record QrCode(
            String qrId,
            @Told("发起登录的一方自己保管，查询进度时放在 X-Qr-Secret") String secret,
            @Told("二维码内容：手机浏览器打开的页面，前面加上门户的地址") String content,
            @Told("有效期，秒") long expiresIn) {

        public static QrCode of(String portal, QrSignIn.Started started) {
            return new QrCode(
                    started.id(),
                    started.secret(),
                    "/" + portal + "/scan/" + started.id(),
                    started.expiresIn().toSeconds());
        }
    }

    /** How far it has come; the ticket is there for who knows the secret. */
    public record QrProgress(QrSignIn.State state, @Maybe @Told("一次性凭据，30 秒内凭 qrId 和 ticket 取令牌") String ticket) {

        public static QrProgress of(QrSignIn.Progress progress) {
            return new QrProgress(progress.state(), progress.ticket().isBlank() ? null : progress.ticket());
        }
    }

    /** The accounts of the person who has scanned. */
    public record QrRoles(QrSignIn.State state, List<QrRole> roles) {}

    /** One of them. */
    public record QrRole(
            String accountId,
            String loginName,
            String displayName,
            @Told("false 时不可选择，原因见 note") boolean selectable,
            @Maybe String note,
            @Told("唯一的账号预先选中，仍须确认") boolean preselected) {

        public static QrRole of(QrSignIn.Role role) {
            return new QrRole(
                    role.accountId(),
                    role.loginName(),
                    role.displayName(),
                    role.selectable(),
                    role.note().isBlank() ? null : role.note(),
                    role.preselected());
        }
    }

    /** What a lock has to sign. */
    public record LockChallenge(String nonce, @Told("有效期，秒") long expiresIn) {
        public static LockChallenge of(UsbKeySignIn.Challenge challenge) {
            return new LockChallenge(challenge.nonce(), challenge.expiresIn().toSeconds());
        }
    }

    /** How the caller's number stands. */
    public record MobileStanding(
            @Told("打码的手机号码，没有时为空") String mobile,
            @Told("变更何时生效") MobileChange mode,
            @Maybe @Told("待审核的新号码，打码") String pending) {

        public static MobileStanding of(MobileChanges.Standing standing) {
            return new MobileStanding(
                    standing.mobile(), standing.mode(), standing.pending().orElse(null));
        }
    }

    /** Shows that the old number was proved. */
    public record MobileProof(@Told("10 分钟内有效") String proof) {}

    /** What came of it. */
    public record MobileChanged(@Told("true 已生效；false 待审核，审核通过前仍用原号码") boolean effective) {}

    /** A change that waits for an office. */
    public record WaitingChange(
            String id,
            String accountId,
            String loginName,
            String displayName,
            String oldMobile,
            String newMobile,
            Instant requestedAt) {

        public static WaitingChange of(MobileChanges.Waiting change) {
            return new WaitingChange(
                    change.id(),
                    change.accountId(),
                    change.loginName(),
                    change.displayName(),
                    change.oldMobile(),
                    change.newMobile(),
                    change.requestedAt());
        }
    }

    /** An account and what it signs in with. */
    public record MeansItem(
            String accountId,
            String loginName,
            String displayName,
            @Told("打码，没有时为空") String mobile,
            @Maybe @Told("所绑定的加密锁") String usbKey) {

        public static MeansItem of(SignInMeans.Line line) {
            return new MeansItem(
                    line.id(),
                    line.loginName(),
                    line.displayName(),
                    line.mobile(),
                    line.usbKey().isBlank() ? null : line.usbKey());
        }
    }
}

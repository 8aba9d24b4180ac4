package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.PASSWORD;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.store.Database;

class PasswordChangeTest {

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aNewPasswordEndsTheOtherSessions(Database database) {
        SignInScene scene = new SignInScene(database);
        String other = scene.enter().token();
        String own = scene.enter().token();

        scene.signIn.changePassword(scene.signIn.caller(own, HERE).orElseThrow(), PASSWORD, "Wuxi2026");

        assertThat(scene.signIn.caller(own, HERE)).isPresent();
        assertThat(scene.signIn.caller(other, HERE)).isEmpty();
        assertRefused(scene::enter, 401, "BAD_CREDENTIALS");
        assertThat(scene.byPassword("j1", "Wuxi2026", HERE).token()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theFirstPasswordMustBeChanged(Database database) {
        SignInScene scene = new SignInScene(database);
        scene.create(NewAccount.organisation(scene.portal, "new", scene.organisation, Passwords.hash("11111"))
                .changingPasswordFirst());
        Session session = scene.byPassword("new", "11111", HERE);
        assertThat(session.caller().mustChangePassword()).isTrue();
        assertThatThrownBy(() -> Admission.require(session.caller())).hasMessage("请先修改密码");

        scene.signIn.changePassword(session.caller(), "11111", "Wuxi2026");

        Optional<Caller> caller = scene.signIn.caller(session.token(), HERE);
        assertThat(caller).hasValueSatisfying(Admission::require);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aNewPasswordMustSatisfyTheRules(Database database) {
        SignInScene scene = new SignInScene(database);
        Caller caller = scene.enter().caller();

        assertThat(violation(scene, caller, "wrong", "Wuxi2026")).isEqualTo("oldPassword 原密码不正确");
        assertThat(violation(scene, caller, PASSWORD, "Ab1 23456")).isEqualTo("newPassword 密码不能包含空格");
        assertThat(violation(scene, caller, PASSWORD, PASSWORD)).isEqualTo("newPassword 密码不能与最近3次使用过的密码相同");
        scene.signIn.changePassword(caller, PASSWORD, "Second-2026");
        scene.signIn.changePassword(caller, "Second-2026", "Third-2026");
        assertThat(violation(scene, caller, "Third-2026", PASSWORD)).startsWith("newPassword");
        scene.signIn.changePassword(caller, "Third-2026", "Fourth-2026");
        scene.signIn.changePassword(caller, "Fourth-2026", PASSWORD);
    }

    private static String violation(SignInScene scene, Caller caller, String oldPassword, String newPassword) {
        Refusal refusal = assertRefused(
                () -> scene.signIn.changePassword(caller, oldPassword, newPassword), 422, "RULE_VIOLATED");
        Violation violation = refusal.violations().get(0);
        return violation.field() + " " + violation.message();
    }
}

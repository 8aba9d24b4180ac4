package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.api.check.PasswordRules.Finding.BLANK;
import static org.zhijian.api.check.PasswordRules.Finding.DIGIT;
import static org.zhijian.api.check.PasswordRules.Finding.LENGTH;
import static org.zhijian.api.check.PasswordRules.Finding.LETTER;
import static org.zhijian.api.check.PasswordRules.Finding.LOGIN_NAME;
import static org.zhijian.api.check.PasswordRules.Finding.REUSED;
import static org.zhijian.api.check.PasswordRules.Finding.WEAK;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {
    private static final String LOGIN = "PDY00041-5";

    @Test
    void aGoodPasswordHasNoFinding() {
        assertThat(check("Wuxi2026")).isEmpty();
    }

    @Test
    void theInitialPasswordIsNotTakenAsANewOne() {
        assertThat(check("11111")).containsExactly(LENGTH, LETTER, WEAK);
    }

    @Test
    void theLoginNameIsNoPasswordInAnyCase() {
        assertThat(check("PDY00041-5")).containsExactly(LOGIN_NAME);
        assertThat(check("pdy00041-5")).containsExactly(LOGIN_NAME);
    }

    @Test
    void aLetterAndADigitAreNeeded() {
        assertThat(check("abcdefgh")).containsExactly(DIGIT);
        assertThat(check("20261121")).containsExactly(LETTER);
        assertThat(check("质监平台2026")).containsExactly(LETTER);
    }

    @Test
    void blanksAreRefusedOfWhateverWidth() {
        assertThat(check("Ab1 23456")).containsExactly(BLANK);
        assertThat(check("Ab1　23456")).containsExactly(BLANK);
    }

    @Test
    void eightToTwentyCharactersAreTaken() {
        assertThat(check("Wuxi202")).containsExactly(LENGTH);
        assertThat(check("Wuxi2026Wuxi2026Wuxi")).isEmpty();
        assertThat(check("Wuxi2026Wuxi2026Wuxi2")).containsExactly(LENGTH);
    }

    @Test
    void passwordsThatEverybodyKnowsAreRefused() {
        assertThat(check("Abc12345")).containsExactly(WEAK);
        assertThat(check("12345678")).containsExactly(LETTER, WEAK);
        assertThat(check("111111")).containsExactly(LENGTH, LETTER, WEAK);
    }

    @Test
    void aPasswordOfLateIsRefused() {
        assertThat(PasswordRules.check("Wuxi2026", LOGIN, Set.of("Wuxi2025", "Wuxi2026")::contains))
                .containsExactly(REUSED);
    }

    @Test
    void everyFindingSpeaksChinese() {
        assertThat(PasswordRules.Finding.values())
                .allSatisfy(finding -> assertThat(finding.message()).startsWith("密码"));
        assertThat(PasswordRules.check(null, null, password -> false)).containsExactly(LENGTH, LETTER, DIGIT);
    }

    private static List<PasswordRules.Finding> check(String password) {
        return PasswordRules.check(password, LOGIN, recent -> false);
    }
}

package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OrgCodeTest {
    @Example
    void lettersCountFromTenToThirtyFive() {
        assertThat(OrgCode.checkCharacter("PDY00001")).isEqualTo('X');
        assertThat(OrgCode.check("PDY00001-X")).isEqualTo(Verdict.OK);
    }

    @Example
    void anEntryIsNormalisedBeforeItIsJudged() {
        assertThat(OrgCode.check(OrgCode.normalise(" pdy00002-8 "))).isEqualTo(Verdict.OK);
        assertThat(OrgCode.check(null)).isEqualTo(Verdict.FORMAT);
    }

    @Example
    void aBodyThatCannotBeClosedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OrgCode.checkCharacter("PDY0000"));
    }

    @Property
    void aClosedBodyPasses(@ForAll("bodies") String body) {
        assertThat(OrgCode.check(body + "-" + OrgCode.checkCharacter(body))).isEqualTo(Verdict.OK);
    }

    /** Characters whose values differ by a multiple of 11, such as 0 and B, are the same to this check; any other exchange shows. */
    @Property
    void oneWrongCharacterIsNoticedUnlessTheValuesCoincide(
            @ForAll("bodies") String body, @ForAll @IntRange(max = 7) int place, @ForAll("characters") char other) {
        String code = body + "-" + OrgCode.checkCharacter(body);
        String altered = code.substring(0, place) + other + code.substring(place + 1);
        boolean coincide = (Character.digit(body.charAt(place), 36) - Character.digit(other, 36)) % 11 == 0;

        assertThat(OrgCode.check(altered)).isEqualTo(coincide ? Verdict.OK : Verdict.CHECK);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().range('0', '9').range('A', 'Z');
    }

    @Provide
    Arbitrary<String> bodies() {
        return characters().list().ofSize(8).map(list -> {
            StringBuilder body = new StringBuilder();
            list.forEach(body::append);
            return body.toString();
        });
    }
}

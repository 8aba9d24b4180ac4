package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class UsccTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Example
    void theStandardsOwnExample() {
        assertThat(Uscc.checkCharacter("91350100M000100Y4")).isEqualTo('3');
        assertThat(Uscc.check("91350100M000100Y43")).isEqualTo(Verdict.OK);
    }

    @Example
    void anEntryIsNormalisedBeforeItIsJudged() {
        assertThat(Uscc.check(Uscc.normalise("  91320299pdy000028c "))).isEqualTo(Verdict.OK);
        assertThat(Uscc.normalise(null)).isEmpty();
        assertThat(Uscc.check(null)).isEqualTo(Verdict.FORMAT);
    }

    @Example
    void anAuthorityOfTheStateIsARegionToo() {
        String body = "91100000PDY000028";
        assertThat(Uscc.check(body + Uscc.checkCharacter(body))).isEqualTo(Verdict.OK);
    }

    @Example
    void theOrganisationCodeIsReadWithItsHyphen() {
        assertThat(Uscc.orgCodeOf("91320299PDY000028C")).contains("PDY00002-8");
        assertThat(Uscc.orgCodeOf("91320299PDY00001XC")).contains("PDY00001-X");
        assertThat(Uscc.orgCodeOf("91320299PDY000028")).isEmpty();
        assertThat(Uscc.orgCodeOf(null)).isEmpty();
    }

    @Example
    void aBodyThatCannotBeClosedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Uscc.checkCharacter("123"));
        assertThatIllegalArgumentException().isThrownBy(() -> Uscc.checkCharacter("91320299ODY000028"));
    }

    @Property
    void aClosedBodyPasses(@ForAll("bodies") String body) {
        assertThat(Uscc.check(body + Uscc.checkCharacter(body))).isEqualTo(Verdict.OK);
    }

    /** 31 is a prime and no weight is a multiple of it, so one wrong character never goes unnoticed. */
    @Property
    void oneWrongCharacterIsAlwaysNoticed(
            @ForAll("bodies") String body, @ForAll @IntRange(max = 17) int place, @ForAll("characters") char other) {
        String right = body + Uscc.checkCharacter(body);
        Assume.that(right.charAt(place) != other);
        String wrong = right.substring(0, place) + other + right.substring(place + 1);

        assertThat(Uscc.check(wrong)).isIn(Verdict.CHECK, Verdict.REGION, Verdict.FORMAT);
    }

    @Property
    void twoNeighboursExchangedAreAlwaysNoticed(@ForAll("bodies") String body, @ForAll @IntRange(max = 16) int place) {
        StringBuilder exchanged = new StringBuilder(body + Uscc.checkCharacter(body));
        char first = exchanged.charAt(place);
        char second = exchanged.charAt(place + 1);
        Assume.that(first != second);
        exchanged.setCharAt(place, second);
        exchanged.setCharAt(place + 1, first);

        assertThat(Uscc.check(exchanged.toString()).accepted()).isFalse();
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with(ALPHABET);
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> kind = Arbitraries.of("91", "11", "12", "92", "N2");
        Arbitrary<String> region = Arbitraries.of("320299", "530199", "110199", "100000");
        Arbitrary<String> orgBody = Arbitraries.strings().withChars(ALPHABET).ofLength(8);
        return Combinators.combine(kind, region, orgBody).as((k, r, o) -> k + r + o + OrgCode.checkCharacter(o));
    }
}

package org.zhijian.api.signin;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * How a region lets people in. What it does not offer is refused, on the screen and over REST. Immutable.
 *
 * @param parties what organisations may use
 * @param people what natural persons may use, each for an account of their own, such as on the phone with which they scan codes; they alone may
 *     come by {@link SignInMethod#SERVICE_PLATFORM}
 * @param reviewers what members of offices may use
 * @param captcha whether a picture has to be read before a password is looked at or a code is sent
 * @param forgotten what is done for those who have forgotten their credentials
 * @param mobileChange when a changed mobile number takes effect
 */
public record SignInPolicy(
        Set<SignInMethod> parties,
        Set<SignInMethod> people,
        Set<SignInMethod> reviewers,
        boolean captcha,
        Forgotten forgotten,
        MobileChange mobileChange) {

    /** Passwords and captcha for everybody; mobile numbers change at once. */
    public static final SignInPolicy PASSWORDS = new SignInPolicy(
            Set.of(SignInMethod.PASSWORD),
            Set.of(SignInMethod.PASSWORD),
            Set.of(SignInMethod.PASSWORD),
            true,
            Forgotten.SILENT,
            MobileChange.AT_ONCE);

    public SignInPolicy {
        parties = inOrder(parties);
        people = inOrder(people);
        reviewers = inOrder(reviewers);
        if (parties.contains(SignInMethod.SERVICE_PLATFORM) || reviewers.contains(SignInMethod.SERVICE_PLATFORM)) {
            throw new IllegalArgumentException("a service platform vouches for natural persons alone");
        }
        Objects.requireNonNull(forgotten);
        Objects.requireNonNull(mobileChange);
    }

    private static Set<SignInMethod> inOrder(Set<SignInMethod> methods) {
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("nobody could sign in");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(methods));
    }

    /** The same, with these ways in for organisations and natural persons; for the latter alone, if a service platform is among them. */
    public SignInPolicy parties(SignInMethod... methods) {
        Set<SignInMethod> organisations = new HashSet<>(Set.of(methods));
        organisations.remove(SignInMethod.SERVICE_PLATFORM);
        return new SignInPolicy(organisations, Set.of(methods), reviewers, captcha, forgotten, mobileChange);
    }

    /** The same, with other ways in for natural persons than for organisations. */
    public SignInPolicy people(SignInMethod... methods) {
        return new SignInPolicy(parties, Set.of(methods), reviewers, captcha, forgotten, mobileChange);
    }

    /** The same, with these ways in for members of offices. */
    public SignInPolicy reviewers(SignInMethod... methods) {
        return new SignInPolicy(parties, people, Set.of(methods), captcha, forgotten, mobileChange);
    }

    /** The same without captcha. */
    public SignInPolicy withoutCaptcha() {
        return new SignInPolicy(parties, people, reviewers, false, forgotten, mobileChange);
    }

    public SignInPolicy forgotten(Forgotten value) {
        return new SignInPolicy(parties, people, reviewers, captcha, value, mobileChange);
    }

    public SignInPolicy mobileChange(MobileChange value) {
        return new SignInPolicy(parties, people, reviewers, captcha, forgotten, value);
    }

    /** Every way in that somebody has here, in the order of {@link SignInMethod}. */
    public Set<SignInMethod> offered() {
        Set<SignInMethod> all = EnumSet.copyOf(parties);
        all.addAll(people);
        all.addAll(reviewers);
        return Collections.unmodifiableSet(all);
    }

    /** The way in that is shown first: that of organisations where they have but one. */
    public SignInMethod first() {
        return (parties.size() == 1 ? parties : offered()).iterator().next();
    }
}

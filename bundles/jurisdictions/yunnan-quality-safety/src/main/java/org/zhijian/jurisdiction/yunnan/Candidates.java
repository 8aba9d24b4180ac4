package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.Engagement.ENGAGEMENTS;
import static org.zhijian.jurisdiction.yunnan.PersonLock.LOCKS;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.directory.Person;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;

/** YN-R06 to R08: who may take on a post. The checks stand in the order in which the first that fails is shown. */
final class Candidates {
    private static final String SOURCE = "用户操作手册 2.2.1.2";

    private Candidates() {}

    /**
     * What stands in the way of a person who is to take on a post for a firm.
     *
     * @param allowed {@link Engagement#group} of a contract whose works do not stand in the way; blank for none
     * @param field where it is said
     */
    static List<Finding> check(CaseFacts facts, Post post, String person, String firm, String allowed, String field) {
        return obstacle(facts, post, person, firm, allowed)
                .map(text -> List.of(Finding.error(rule(post), field, text).restingOn(SOURCE)))
                .orElseGet(() -> unverified(facts, post, person, firm, field));
    }

    private static String rule(Post post) {
        return switch (post) {
            case PROJECT_MANAGER -> "YN-R06";
            case SAFETY_OFFICER -> "YN-R07";
            default -> "YN-R08";
        };
    }

    private static Optional<String> obstacle(CaseFacts facts, Post post, String person, String firm, String allowed) {
        if (!facts.directory().employs(firm, person)) {
            return Optional.of("该人员不是本单位人员，请重新选择");
        }
        List<Engagement> all = Engagement.of(facts.registers().of(ENGAGEMENTS), person);
        List<Engagement> counted = all.stream()
                .filter(engagement -> !engagement.group().equals(allowed))
                .toList();
        if (Limits.isReached(counted, post)) {
            return Optional.of(post.busy());
        }
        Optional<String> missing = Qualification.in(facts).missing(post, person, firm);
        if (missing.isPresent()) {
            return Optional.of("该人员不具备" + missing.get() + "，请重新选择");
        }
        // A lock that works of the allowed contract have added stands in the way no more than they do.
        return PersonLock.open(facts.registers().of(LOCKS), person, post)
                .filter(lock -> all.stream()
                        .noneMatch(engagement -> engagement.works().equals(lock.works())
                                && engagement.group().equals(allowed)))
                .map(lock -> "该人员已被锁定，请重新选择");
    }

    private static List<Finding> unverified(CaseFacts facts, Post post, String person, String firm, String field) {
        return Qualification.in(facts).isVerified(post, person, firm)
                ? Finding.none()
                : List.of(Finding.warning("YN-I5", field, "证书未核验"));
    }

    /** The people of a firm who have what the post asks for. */
    static List<Person> qualified(CaseFacts facts, Post post, String firm) {
        return Parties.staff(facts, firm).stream()
                .filter(person ->
                        Qualification.in(facts).missing(post, person.id(), firm).isEmpty())
                .toList();
    }
}

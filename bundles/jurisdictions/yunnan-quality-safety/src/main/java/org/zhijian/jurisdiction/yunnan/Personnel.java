package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.Engagement.ENGAGEMENTS;
import static org.zhijian.jurisdiction.yunnan.EngagementStatus.ON_POST;
import static org.zhijian.jurisdiction.yunnan.PersonLock.LOCKS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.directory.Person;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.register.RegisterEditor;

/**
 * People take on posts and leave them, and are locked and unlocked by it (YN-R04). Whoever calls holds the people's {@link #subject}s and
 * that of the works, so that no two acts break a limit between them.
 */
final class Personnel {
    private final Changes changes;
    private final LocalDate today;
    private final RegisterEditor<Engagement> engagements;
    private final RegisterEditor<PersonLock> locks;

    Personnel(Changes changes, LocalDate today) {
        this.changes = changes;
        this.today = today;
        this.engagements = changes.of(ENGAGEMENTS);
        this.locks = changes.of(LOCKS);
    }

    /** Whom a limit binds, also before the person is known: the identity document. */
    static Subject subject(Person.IdType type, String idNumber) {
        return new Subject("id-number", type.name() + ":" + idNumber);
    }

    static Subject subject(Person person) {
        return subject(person.idType(), person.idNumber());
    }

    /** What stands in the way of a person's admission, as people read it. */
    static String notAdmitted(String name) {
        return name + "已被锁定，无法承接新的在建工程";
    }

    /** YN-R03. The person takes on the post, or the position is left to be filled where a lock forbids it. True if admitted. */
    boolean engage(Works works, Post post, Person person, String organisation, String contract) {
        Engagement wanted = wanted(works, post, person, organisation, contract);
        boolean locked = PersonLock.open(locks, person.id(), post).isPresent();
        if (!Limits.admits(Engagement.of(engagements, person.id()), post, locked, wanted.group())) {
            engagements.save(wanted.toReplace(notAdmitted(person.name())));
            return false;
        }
        engagements.save(wanted);
        lockIfReached(person, wanted);
        return true;
    }

    /** The position is left to be filled, though somebody was named for it. @param why as people read it */
    void leaveOpen(Works works, Post post, Person person, String organisation, String contract, String why) {
        engagements.save(wanted(works, post, person, organisation, contract).toReplace(why));
    }

    /** True if the person is locked in a post other than this one. */
    boolean isLockedElsewhere(Person person, Post post) {
        return Post.key().filter(other -> other != post).anyMatch(other -> PersonLock.open(locks, person.id(), other)
                .isPresent());
    }

    private Engagement wanted(Works works, Post post, Person person, String organisation, String contract) {
        return new Engagement(
                nextNo(works),
                works.worksNo(),
                works.worksName(),
                post,
                person.id(),
                organisation,
                contract,
                today,
                Optional.empty(),
                false,
                ON_POST,
                "");
    }

    private String nextNo(Works works) {
        return "%s-R%02d"
                .formatted(
                        works.worksNo(),
                        engagements.where("works", works.worksNo()).size() + 1);
    }

    /** The engagement ends, and a lock that rested on it is lifted. */
    void release(Engagement engagement, UnlockWay way) {
        engagements.save(engagement.ended(today));
        unlockIfBelow(engagement.person(), engagement.post(), way);
    }

    /** YN-R11. The lock is lifted, and the engagements under its contract no longer count, or it would close again at once. */
    void unlock(PersonLock lock) {
        List<Engagement> serving = Engagement.of(engagements, lock.person()).stream()
                .filter(engagement -> engagement.isOnPost() && engagement.post() == lock.role())
                .toList();
        List<String> groups = serving.stream()
                .filter(engagement -> engagement.works().equals(lock.works()))
                .map(Engagement::group)
                .toList();
        serving.stream()
                .filter(engagement -> groups.contains(engagement.group()))
                .forEach(engagement -> engagements.save(engagement.exempted()));
        locks.save(lock.lifted(UnlockWay.APPLICATION, today));
    }

    private void lockIfReached(Person person, Engagement last) {
        boolean locks = Limits.isReached(Engagement.of(engagements, person.id()), last.post());
        if (locks && PersonLock.open(this.locks, person.id(), last.post()).isEmpty()) {
            this.locks.save(new PersonLock(
                    last.engagementNo() + "-SD",
                    person.id(),
                    person.idNumber(),
                    certificatesOf(person.id()),
                    last.post(),
                    last.organisation(),
                    last.works(),
                    last.worksName(),
                    today,
                    LockStatus.LOCKED,
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private List<String> certificatesOf(String person) {
        return changes.of(Certificate.CERTIFICATES).where("person", person).stream()
                .map(Certificate::certNo)
                .toList();
    }

    private void unlockIfBelow(String person, Post post, UnlockWay way) {
        if (!Limits.isReached(Engagement.of(engagements, person), post)) {
            PersonLock.open(locks, person, post).ifPresent(lock -> locks.save(lock.lifted(way, today)));
        }
    }
}

package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.LockStatus.LOCKED;
import static org.zhijian.jurisdiction.yunnan.LockStatus.UNLOCKED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterView;
import org.zhijian.api.register.StatusMachine;

/**
 * 人员锁定台账 (YN-R04): who may not take on more works in a post, in the whole province. A person has one open record a post.
 *
 * @param idNo 身份证号, by which tendering platforms ask
 * @param organisation the firm for which the person serves
 * @param works the works that reached the limit (添加锁定的工程); its offices review the unlocking
 */
record PersonLock(
        @Column(value = "锁定编号", key = true, open = true) String lockNo,
        @Column(value = "姓名", index = true, open = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME)
                String person,
        @Column(value = "身份证号", index = true, mask = Mask.ID_NUMBER) String idNo,
        @Column(value = "证书编号", index = true, open = true) List<String> certNos,
        @Column(value = "岗位", index = true, open = true) Post role,
        @Column(value = "所在单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "添加锁定的工程", index = true) String works,
        @Column(value = "工程名称", open = true) String worksName,
        @Column(value = "锁定时间", open = true) LocalDate lockedOn,
        @Column(value = "状态", index = true, status = true, open = true) LockStatus status,
        @Column("解锁方式") Optional<UnlockWay> how,
        @Column("解锁时间") Optional<LocalDate> unlockedOn) {

    static final Register<PersonLock> LOCKS = Register.register("person-locks", "人员锁定台账", PersonLock.class)
            .statuses(StatusMachine.beginningWith(LOCKED).allow(LOCKED, UNLOCKED))
            .openToPublic()
            .act(
                    "unlock",
                    "申请解锁",
                    UnlockApplication.ID,
                    PersonLock::isLocked,
                    (lock, facts) -> FormData.EMPTY.with("lockIds", List.of(lock.lockNo)));

    PersonLock {
        certNos = List.copyOf(certNos);
    }

    /** The open lock of a person in a post. */
    static Optional<PersonLock> open(RegisterView<PersonLock> locks, String person, Post post) {
        return locks.where("person", person).stream()
                .filter(lock -> lock.role == post && lock.isLocked())
                .findFirst();
    }

    /** The open locks of the people of an organisation. */
    static List<PersonLock> openAt(RegisterView<PersonLock> locks, String organisation) {
        return locks.where("organisation", organisation).stream()
                .filter(PersonLock::isLocked)
                .toList();
    }

    boolean isLocked() {
        return status == LOCKED;
    }

    PersonLock lifted(UnlockWay way, LocalDate day) {
        return new PersonLock(
                lockNo,
                person,
                idNo,
                certNos,
                role,
                organisation,
                works,
                worksName,
                lockedOn,
                UNLOCKED,
                Optional.of(way),
                Optional.of(day));
    }
}

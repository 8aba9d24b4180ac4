package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.EngagementStatus.OFF_POST;
import static org.zhijian.jurisdiction.yunnan.EngagementStatus.ON_POST;
import static org.zhijian.jurisdiction.yunnan.EngagementStatus.TO_REPLACE;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterView;
import org.zhijian.api.register.StatusMachine;

/**
 * 岗位任职台账: who holds which post on which works, for whom and since when.
 *
 * @param person the one on the post; of a position to be filled, whoever was named for it
 * @param contract 合同登记编号 under which the person serves, normalised; blank if it has none
 * @param exempt true if it no longer counts, since the person has been unlocked on it
 * @param remark why the position is still to be filled
 */
record Engagement(
        @Column(value = "任职编号", key = true, open = true) String engagementNo,
        @Column(value = "报监编号", index = true, open = true) String works,
        @Column(value = "工程名称", open = true) String worksName,
        @Column(value = "岗位", index = true, open = true) Post post,
        @Column(value = "姓名", index = true, open = true, refers = Refers.PERSON, owner = true, mask = Mask.NAME)
                String person,
        @Column(value = "所在单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "合同登记编号", index = true) String contract,
        @Column(value = "任职日期", open = true) LocalDate from,
        @Column("离岗日期") Optional<LocalDate> to,
        @Column("已解锁") boolean exempt,
        @Column(value = "状态", index = true, status = true, open = true) EngagementStatus status,
        @Column("说明") String remark) {

    static final Register<Engagement> ENGAGEMENTS = Register.register("engagements", "岗位任职台账", Engagement.class)
            .statuses(StatusMachine.beginningWith(ON_POST, TO_REPLACE).allow(EnumSet.of(ON_POST, TO_REPLACE), OFF_POST))
            .openToPublic()
            .named(Engagement::title)
            .act(
                    "substitute",
                    "变更",
                    Substitution.ID,
                    engagement -> engagement.isOnPost() && engagement.post.isKey(),
                    (engagement, facts) -> Substitution.of(engagement));

    /** The engagements of a person, past ones too. */
    static List<Engagement> of(RegisterView<Engagement> engagements, String person) {
        return engagements.where("person", person);
    }

    /** Whoever is on a post of the works now, and the positions to be filled. */
    static List<Engagement> onWorks(RegisterView<Engagement> engagements, String worksNo) {
        return engagements.where("works", worksNo).stream()
                .filter(engagement -> engagement.status != OFF_POST)
                .toList();
    }

    private String title() {
        return worksName + " " + post.title();
    }

    boolean isOnPost() {
        return status == ON_POST;
    }

    boolean isToReplace() {
        return status == TO_REPLACE;
    }

    boolean holds(Post wanted, String who) {
        return post == wanted && person.equals(who);
    }

    /** YN-R02: what is counted once. All works of one contract are one; without a number each works is one of its own. */
    String group() {
        return contract.isEmpty() ? "works " + works : contract;
    }

    Engagement ended(LocalDate day) {
        return new Engagement(
                engagementNo,
                works,
                worksName,
                post,
                person,
                organisation,
                contract,
                from,
                Optional.of(day),
                exempt,
                OFF_POST,
                remark);
    }

    /** The position alone, to be filled by somebody else. */
    Engagement toReplace(String why) {
        return new Engagement(
                engagementNo, works, worksName, post, person, organisation, contract, from, to, false, TO_REPLACE, why);
    }

    Engagement exempted() {
        return new Engagement(
                engagementNo, works, worksName, post, person, organisation, contract, from, to, true, status, remark);
    }

    /** The same under another contract. */
    Engagement under(String contractRegNo) {
        return new Engagement(
                engagementNo,
                works,
                worksName,
                post,
                person,
                organisation,
                contractRegNo,
                from,
                to,
                exempt,
                status,
                remark);
    }
}

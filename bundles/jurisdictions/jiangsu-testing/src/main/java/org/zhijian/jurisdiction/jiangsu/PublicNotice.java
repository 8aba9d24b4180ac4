package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.NoticeStatus.PUBLISHED;
import static org.zhijian.jurisdiction.jiangsu.NoticeStatus.WITHDRAWN;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 公告 (§5, JS-I3): what has been announced, in columns; the announcement itself says the same in words.
 *
 * @param from the organisations that released the person, or that applied
 * @param to where the certificates stand or stood last
 */
record PublicNotice(
        @Column(value = "公告编号", key = true, open = true) String noticeNo,
        @Column(value = "公告类型", index = true, open = true) NoticeKind kind,
        @Column(value = "人员", index = true, open = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "证书编号", index = true, open = true) List<String> certificates,
        @Column(value = "调出（申请）机构", open = true) String from,
        @Column(value = "调入（所在）机构", index = true, open = true, refers = Refers.ORGANISATION, owner = true) String to,
        @Column(value = "公告日期", index = true, open = true) LocalDate publishedOn,
        @Column(value = "状态", index = true, status = true, open = true) NoticeStatus status) {

    static final Register<PublicNotice> NOTICES = Register.register("notices", "公告", PublicNotice.class)
            .statuses(StatusMachine.beginningWith(PUBLISHED).allow(PUBLISHED, WITHDRAWN))
            .openToPublic()
            .act(
                    "withdraw",
                    "撤回",
                    NoticeWithdrawal.ID,
                    PublicNotice::stands,
                    (notice, facts) -> FormData.EMPTY.with("notice", notice.noticeNo));

    PublicNotice {
        certificates = List.copyOf(certificates);
    }

    /** Publishes the announcement, and enters it. */
    static void publish(
            CaseFacts facts,
            Changes changes,
            NoticeKind kind,
            List<Certificate> certificates,
            List<Organisation> from,
            Organisation to,
            Announcement announcement) {
        changes.announce(announcement);
        changes.of(NOTICES)
                .save(new PublicNotice(
                        "GG-%06d".formatted(changes.next("notice")),
                        kind,
                        facts.form().text("personId"),
                        certificates.stream().map(Certificate::certNo).toList(),
                        from.stream().map(Organisation::name).collect(Collectors.joining("、")),
                        to.id(),
                        facts.today(),
                        PUBLISHED));
    }

    boolean stands() {
        return status == PUBLISHED;
    }

    PublicNotice withdrawn() {
        return new PublicNotice(noticeNo, kind, person, certificates, from, to, publishedOn, WITHDRAWN);
    }
}

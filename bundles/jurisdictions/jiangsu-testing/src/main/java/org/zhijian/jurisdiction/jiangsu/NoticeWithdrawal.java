package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.jurisdiction.jiangsu.PublicNotice.NOTICES;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Options;
import org.zhijian.api.notice.Announcement;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** 公告撤回: 省质监总站 withdraws an announcement, and says so by another one. */
final class NoticeWithdrawal {
    static final String ID = "notice-withdrawal";

    private NoticeWithdrawal() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "公告撤回")
                .startedBy(Starter.offices(Offices.PROVINCE))
                .form(
                        record("notice", "公告", NOTICES, Options.records(NOTICES, facts -> facts.registers()
                                        .of(NOTICES)
                                        .where("status", NoticeStatus.PUBLISHED)))
                                .required(),
                        longText("reason", "撤回原因", 500).required())
                .guard(NoticeWithdrawal::stillStands)
                .chain(Step.step("confirm", "撤回确认", Offices.province())
                        .decisions(confirm(Decision.CONFIRM, "撤回"), reject("不予撤回"))
                        .waiting(CaseState.PENDING, "待撤回确认")
                        .then(NoticeWithdrawal::withdraw))
                .closes(CaseState.CLOSED, "已撤回")
                .build();
    }

    private static Optional<PublicNotice> notice(CaseFacts facts) {
        return facts.registers().of(NOTICES).find(facts.form().text("notice"));
    }

    private static List<Finding> stillStands(CaseFacts facts) {
        return notice(facts)
                .filter(notice -> !notice.stands())
                .map(notice -> List.of(Finding.error("JS-30", "notice", "该公告已撤回")))
                .orElse(Finding.none());
    }

    private static void withdraw(CaseFacts facts, Changes changes) {
        notice(facts).ifPresent(notice -> {
            changes.of(NOTICES).save(notice.withdrawn());
            changes.announce(new Announcement(
                    "撤回",
                    "公告撤回（" + notice.noticeNo() + "）",
                    notice.publishedOn() + "发布的" + notice.kind().title() + "公告（证书编号："
                            + String.join("、", notice.certificates()) + "）予以撤回。"));
        });
    }
}

package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.choices;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.whole;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.TestingOrganisation.ORGANISATIONS;

import java.time.LocalDate;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/**
 * 资质传真登记: 省质监总站 notes that original and duplicate of a qualification have come by fax; an organisation may file only then (JS-R10). To a new one people may be
 * transferred from then on, into the divisions that the fax shows: they come before its own filing.
 */
final class FaxReceipt {
    static final String ID = "fax-receipt";

    private FaxReceipt() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "资质传真登记")
                .startedBy(Starter.offices(Offices.PROVINCE))
                .form(
                        organisation("orgId", "检测机构", Options.organisations(TESTING_ORG))
                                .required(),
                        pastDate("receivedOn", "收到日期").required(),
                        choices("divisions", "传真件所载资质类别", Division.class).required(),
                        whole("pages", "页数", 1, 999))
                .chain(Step.step("check", "核对传真件", Offices.province())
                        .decisions(confirm(Decision.CONFIRM_RECEIVED, "已收到正本和副本"), reject("传真件不全"))
                        .waiting(CaseState.PENDING, "待核对")
                        .then(FaxReceipt::note))
                .closes(CaseState.CLOSED, "已登记")
                .build();
    }

    private static void note(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        LocalDate day = form.day("receivedOn").orElse(facts.today());
        facts.directory()
                .organisation(form.text("orgId"))
                .map(organisation -> TestingOrganisation.ofOrNew(facts, organisation))
                .ifPresent(known ->
                        changes.of(ORGANISATIONS).save(known.faxReceived(day, Division.allOf(form.list("divisions")))));
    }
}

package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;
import static org.zhijian.jurisdiction.jiangsu.TestingOrganisation.ORGANISATIONS;

import java.util.List;
import java.util.Optional;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/**
 * 机构资质过期、注销登记: 省质监总站 notes that a qualification has run out or has been withdrawn. Nobody is transferred to such an organisation (JS-R03), and
 * the certificates of one that is 注销 may be claimed by the station (JS-R01).
 */
final class OrganisationClosing {
    static final String ID = "organisation-closing";

    private OrganisationClosing() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "机构资质过期、注销登记")
                .startedBy(Starter.offices(Offices.PROVINCE))
                .form(
                        organisation("orgId", "检测机构", Options.organisations(TESTING_ORG))
                                .required(),
                        choice(
                                        "becomes",
                                        "登记为",
                                        List.of(
                                                option(OrganisationStatus.EXPIRED),
                                                option(OrganisationStatus.CANCELLED)))
                                .required(),
                        text("documentNo", "依据文书号", 50),
                        longText("reason", "原因", 500).required())
                .guard(OrganisationClosing::mayEnd)
                .chain(Step.step("confirm", "登记确认", Offices.province())
                        .decisions(confirm(Decision.CONFIRM, "登记"), reject("不予登记"))
                        .waiting(CaseState.PENDING, "待登记确认")
                        .then(OrganisationClosing::end))
                .closes(CaseState.CLOSED, "已登记")
                .build();
    }

    private static Option option(OrganisationStatus status) {
        return new Option(status.name(), status.title());
    }

    private static Optional<TestingOrganisation> known(CaseFacts facts) {
        return TestingOrganisation.find(facts, facts.form().text("orgId"));
    }

    private static List<Finding> mayEnd(CaseFacts facts) {
        String becomes = facts.form().text("becomes");
        boolean possible = known(facts)
                .filter(organisation ->
                        ORGANISATIONS.machine().mayFollow(organisation.status().name(), becomes)
                                && !organisation.status().name().equals(becomes))
                .isPresent();
        return possible || becomes.isEmpty() || !facts.form().has("orgId")
                ? Finding.none()
                : List.of(Finding.error("JS-P05", "orgId", "该机构未在册，不能登记"));
    }

    private static void end(CaseFacts facts, Changes changes) {
        known(facts)
                .map(organisation ->
                        organisation.in(OrganisationStatus.valueOf(facts.form().text("becomes"))))
                .ifPresent(organisation -> {
                    changes.of(ORGANISATIONS).save(organisation);
                    CreditFile.keepFor(facts, changes, organisation);
                });
    }
}

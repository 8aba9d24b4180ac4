package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.chain.DecisionOption.confirm;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.choice;
import static org.zhijian.api.form.Fields.choices;
import static org.zhijian.api.form.Fields.longText;
import static org.zhijian.api.form.Fields.organisation;
import static org.zhijian.api.form.Fields.pastDate;
import static org.zhijian.api.form.Fields.person;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.jurisdiction.jiangsu.CreditFile.CREDIT_FILES;
import static org.zhijian.jurisdiction.jiangsu.Parties.TESTING_ORG;

import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** JS-31 信用行为登记: a city or 省质监总站 reports good or bad conduct, and it stands in the credit file once the station has confirmed it. */
final class ConductReport {
    static final String ID = "conduct-report";

    private ConductReport() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "信用行为登记")
                .startedBy(Starter.offices(Offices.ids()))
                .form(
                        organisation("orgId", "检测机构", Options.organisations(TESTING_ORG))
                                .required(),
                        person("personId", "检测人员", Options.people(ConductReport::staff))
                                .hint("登记机构行为的不填"),
                        choices("divisions", "类别", Division.class).required(),
                        choice("conduct", "行为性质", Conduct.class).required(),
                        pastDate("happenedOn", "发生日期").required(),
                        text("documentNo", "认定文书号", 50),
                        longText("description", "行为内容", 500).required())
                .guard(ConductReport::hasAFile)
                .chain(Step.step("confirm", "登记确认", Offices.province())
                        .decisions(confirm(Decision.CONFIRM, "登记"), reject("不予登记"))
                        .waiting(CaseState.PENDING, "待登记确认")
                        .then(ConductReport::enter))
                .closes(CaseState.CLOSED, "已登记")
                .build();
    }

    private static List<Person> staff(CaseFacts facts) {
        return Certificate.peopleWith(facts, facts.form().text("orgId"));
    }

    private static List<CreditFile> files(CaseFacts facts) {
        FormData form = facts.form();
        List<String> divisions = form.list("divisions");
        return facts.registers().of(CREDIT_FILES).where("organisation", form.text("orgId")).stream()
                .filter(file -> file.person().equals(form.text("personId")))
                .filter(file -> divisions.contains(file.division().name()))
                .toList();
    }

    private static List<Finding> hasAFile(CaseFacts facts) {
        List<String> found =
                files(facts).stream().map(file -> file.division().name()).toList();
        return facts.form().list("divisions").stream()
                .filter(division -> facts.form().has("orgId") && !found.contains(division))
                .flatMap(division -> Division.of(division).stream())
                .map(division -> Finding.error("JS-31", "divisions", "无" + division.title() + "信用档案，请先办理备案"))
                .toList();
    }

    private static void enter(CaseFacts facts, Changes changes) {
        FormData form = facts.form();
        String entry = Stream.of(
                        form.text("happenedOn"),
                        Conduct.of(form.text("conduct")).map(Conduct::title).orElse(""),
                        form.text("description"),
                        form.text("documentNo"))
                .filter(part -> !part.isEmpty())
                .reduce((before, after) -> before + " " + after)
                .orElse("");
        files(facts).forEach(file -> changes.of(CREDIT_FILES).save(file.with(entry)));
    }
}

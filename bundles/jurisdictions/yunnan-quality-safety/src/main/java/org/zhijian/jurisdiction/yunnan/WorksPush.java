package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.api.form.Fields.contractNumber;
import static org.zhijian.api.form.Fields.date;
import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.investmentCode;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.projectCode;
import static org.zhijian.api.form.Fields.region;
import static org.zhijian.api.form.Fields.table;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.uscc;
import static org.zhijian.api.form.Fields.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.OrganisationName;
import org.zhijian.api.check.Verdict;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.registration.Newcomer;

/** YN-P08, YN-I1 报监推送: the approval system pushes works after the developer has applied there. What the rules forbid is quarantined. */
final class WorksPush {
    static final String ID = "works";
    private static final long MOST_VERSIONS = 1_000_000_000L;

    private WorksPush() {}

    static Intake intake() {
        return Intake.channel(ID, "工程报监", form(), "sourceId")
                .versionedBy("version")
                .about(WorksPush::subjects)
                .rules(
                        WorksPush::isNotFiled,
                        WorksPush::liesInTheProvince,
                        WorksPush::officesAreKnown,
                        WorksPush::firmsAreWhoTheyAre,
                        WorksPush::partiesHaveRoles,
                        WorksPush::peopleAreWhoTheyAre,
                        WorksPush::peopleServeForParties)
                .then((facts, changes) -> new WorksEntry(facts, changes).enter())
                .otherwise((facts, errors, changes) -> WorksAnswer.push(
                        facts,
                        changes,
                        false,
                        "",
                        errors.stream().map(WorksAnswer::problem).toList()));
    }

    private static Form form() {
        return Form.EMPTY
                .section(
                        "工程",
                        text("sourceId", "工改系统编号", 80).required(),
                        whole("version", "版本", 0, MOST_VERSIONS).required(),
                        projectCode("projectCode", "项目编号"),
                        investmentCode("investmentCode", "投资项目代码"),
                        text("worksName", "工程名称", 200).required(),
                        text("address", "工程地点", 200),
                        region("regionCode", "行政区划", "53").required(),
                        text("worksKind", "工程类别", 100),
                        text("scale", "建设规模", 200),
                        decimal("area", "面积（平方米）", 14, 2),
                        decimal("costWan", "造价（万元）", 14, 4),
                        date("plannedStart", "计划开工"),
                        date("plannedEnd", "计划竣工"),
                        date("filedOn", "报监日期").required(),
                        text("supervisionBodyCode", "监督机构代码", 60),
                        text("authorityCode", "主管部门代码", 60))
                .section(
                        "单位",
                        table(
                                        "developer",
                                        "建设单位",
                                        1,
                                        1,
                                        text("name", "单位名称", 100).required(),
                                        uscc("uscc", "统一社会信用代码").required())
                                .required(),
                        table(
                                "parties",
                                "参建单位",
                                0,
                                100,
                                text("role", "单位类型", 40).required().hint("施工单位、监理单位、勘察单位、设计单位、检测机构，或者其代码"),
                                text("name", "单位名称", 100).required(),
                                uscc("uscc", "统一社会信用代码").required(),
                                text("qualification", "资质", 200),
                                contractNumber("contractRegNo", "合同登记编号"),
                                text("contractNo", "合同编号", 100),
                                decimal("amountWan", "合同金额（万元）", 14, 4)))
                .section(
                        "人员",
                        table(
                                "people",
                                "人员",
                                0,
                                200,
                                text("role", "岗位", 40).required().hint("项目经理、安全员、项目总监等，或者其代码"),
                                text("name", "姓名", 50).required(),
                                text("idType", "证件类型", 20).hint("身份证以外的须填写"),
                                text("idNo", "证件号码", 40).required(),
                                mobile("mobile", "手机号码"),
                                uscc("orgUscc", "所在单位统一社会信用代码").required(),
                                table(
                                        "certs",
                                        "证书",
                                        0,
                                        20,
                                        text("kind", "证书类别", 60).required(),
                                        text("no", "证书编号", 80).required(),
                                        date("validTo", "有效期至"))))
                .section(
                        "单位工程",
                        table(
                                "unitWorks",
                                "单位工程",
                                0,
                                200,
                                text("name", "单位工程名称", 100).required()));
    }

    static long version(FormData message) {
        return message.decimal("version").map(BigDecimal::longValue).orElse(0L);
    }

    static FormData developer(FormData message) {
        return message.rows("developer").stream().findFirst().orElse(FormData.EMPTY);
    }

    /** 证件类型 by code or title; 身份证 where nothing is said. */
    static Person.IdType idType(FormData person) {
        return person.has("idType")
                ? Words.find(Person.IdType.class, person.text("idType")).orElse(Person.IdType.ID)
                : Person.IdType.ID;
    }

    static String idNumber(FormData person) {
        return IdNumber.normalise(person.text("idNo"));
    }

    /** People by their documents, and firms by what registrations hold them by; those too whom the works name no longer. */
    private static Set<Subject> subjects(IntakeFacts facts) {
        Set<Subject> subjects = new TreeSet<>();
        FormData message = facts.message();
        message.rows("people").forEach(person -> subjects.add(Personnel.subject(idType(person), idNumber(person))));
        firms(message).forEach(firm -> {
            subjects.add(
                    new Subject(Newcomer.NAME, OrganisationName.key(firm.row().text("name"))));
            subjects.add(new Subject(
                    Newcomer.CODE,
                    org.zhijian.api.check.OrganisationCodes.orgCode(firm.row().text("uscc"), "")));
        });
        Works.bySource(facts.registers(), message.text("sourceId")).ifPresent(works -> {
            subjects.add(OpenMatters.subject(works.worksNo()));
            Engagement.onWorks(facts.registers().of(Engagement.ENGAGEMENTS), works.worksNo()).stream()
                    .flatMap(engagement -> facts.directory().person(engagement.person()).stream())
                    .forEach(person -> subjects.add(Personnel.subject(person)));
        });
        return subjects;
    }

    /** An organisation of the message, and where it stands. */
    private record Firm(String place, FormData row) {}

    private static List<Firm> firms(FormData message) {
        List<Firm> firms = new ArrayList<>();
        firms.add(new Firm("developer[0]", developer(message)));
        List<FormData> parties = message.rows("parties");
        for (int i = 0; i < parties.size(); i++) {
            firms.add(new Firm("parties[" + i + "]", parties.get(i)));
        }
        return firms;
    }

    private static List<Finding> isNotFiled(IntakeFacts facts) {
        boolean ended = Works.bySource(facts.registers(), facts.message().text("sourceId"))
                .filter(works -> !works.isOngoing())
                .isPresent();
        return ended ? List.of(Finding.error("YN-R12", "sourceId", "该工程已竣工验收备案")) : Finding.none();
    }

    private static List<Finding> liesInTheProvince(IntakeFacts facts) {
        return Offices.isPlace(facts.message().text("regionCode"))
                ? Finding.none()
                : List.of(Finding.error("YN-R13", "regionCode", "行政区划应为云南省的州市或者县区"));
    }

    /** YN-R13. */
    private static List<Finding> officesAreKnown(IntakeFacts facts) {
        FormData message = facts.message();
        List<Finding> findings = new ArrayList<>();
        if (message.has("authorityCode")
                && Offices.authorityNamed(message.text("authorityCode")).isEmpty()) {
            findings.add(Finding.error("YN-R13", "authorityCode", "没有代码为“" + message.text("authorityCode") + "”的主管部门"));
        }
        if (message.has("supervisionBodyCode")
                && Offices.bodyNamed(message.text("supervisionBodyCode")).isEmpty()) {
            findings.add(Finding.error(
                    "YN-R13", "supervisionBodyCode", "没有代码为“" + message.text("supervisionBodyCode") + "”的监督机构"));
        }
        return findings;
    }

    /** Name and code of a firm are one locked pair (CORE-ORG-2), also here. */
    private static List<Finding> firmsAreWhoTheyAre(IntakeFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Firm firm : firms(facts.message())) {
            String name = firm.row().text("name");
            String code = firm.row().text("uscc");
            boolean otherName = facts.directory()
                    .organisationByCode(code, "")
                    .filter(known -> !sameName(known, name))
                    .isPresent();
            boolean otherCode = facts.directory()
                    .organisationByName(name)
                    .filter(known -> !known.uscc().isEmpty() && !known.uscc().equals(code))
                    .isPresent();
            if (otherName || otherCode) {
                findings.add(Finding.error("CORE-ORG-2", firm.place() + ".name", "单位名称“" + name + "”与统一社会信用代码不一致"));
            }
        }
        return findings;
    }

    private static boolean sameName(Organisation known, String name) {
        return OrganisationName.key(known.name()).equals(OrganisationName.key(name));
    }

    private static List<Finding> partiesHaveRoles(IntakeFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<FormData> parties = facts.message().rows("parties");
        for (int i = 0; i < parties.size(); i++) {
            if (PartyRole.of(parties.get(i).text("role")).isEmpty()) {
                findings.add(Finding.error(
                        "YN-I1",
                        "parties[" + i + "].role",
                        "没有单位类型“" + parties.get(i).text("role") + "”"));
            }
        }
        return findings;
    }

    private static List<Finding> peopleAreWhoTheyAre(IntakeFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<FormData> people = facts.message().rows("people");
        for (int i = 0; i < people.size(); i++) {
            FormData person = people.get(i);
            String place = "people[" + i + "].";
            if (Post.of(person.text("role")).isEmpty()) {
                findings.add(Finding.error("YN-I1", place + "role", "没有岗位“" + person.text("role") + "”"));
            }
            if (person.has("idType")
                    && Words.find(Person.IdType.class, person.text("idType")).isEmpty()) {
                findings.add(Finding.error("YN-I1", place + "idType", "没有证件类型“" + person.text("idType") + "”"));
            }
            Verdict verdict =
                    idType(person) == Person.IdType.ID ? IdNumber.check(idNumber(person), facts.today()) : Verdict.OK;
            if (verdict != Verdict.OK) {
                findings.add(Finding.error("YN-I1", place + "idNo", "身份证号" + verdict.title()));
            }
            boolean another = facts.directory()
                    .personByIdNumber(idType(person), idNumber(person))
                    .filter(known -> !known.name().equals(person.text("name")))
                    .isPresent();
            if (another) {
                findings.add(Finding.error("YN-I1", place + "name", "姓名与证件号码不一致"));
            }
        }
        return findings;
    }

    private static List<Finding> peopleServeForParties(IntakeFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<String> codes = firms(facts.message()).stream()
                .map(firm -> firm.row().text("uscc"))
                .toList();
        List<FormData> people = facts.message().rows("people");
        for (int i = 0; i < people.size(); i++) {
            if (!codes.contains(people.get(i).text("orgUscc"))) {
                findings.add(Finding.error(
                        "YN-I1", "people[" + i + "].orgUscc", people.get(i).text("name") + "的所在单位不是参建单位"));
            }
        }
        return findings;
    }
}

package org.zhijian.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.Mobile;
import org.zhijian.api.check.OrgCode;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.check.Verdict;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;

/** What is wrong with the cast of a demonstration: references that lead nowhere, numbers that do not check, records that cannot stand. */
final class CastProblems {
    private final Descriptor descriptor;
    private final Set<String> organisations = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> offices;
    private final List<String> problems = new ArrayList<>();

    private CastProblems(Descriptor descriptor, Demonstration cast) {
        this.descriptor = descriptor;
        offices = descriptor.offices().stream().map(office -> office.id()).collect(Collectors.toSet());
        cast.organisations().forEach(organisation -> once(organisations, organisation.id(), organisation.name()));
        cast.people().forEach(person -> once(people, person.id(), person.name()));
    }

    static List<String> of(Descriptor descriptor, Demonstration cast) {
        CastProblems found = new CastProblems(descriptor, cast);
        cast.organisations().forEach(found::check);
        cast.people().forEach(found::check);
        cast.employments().forEach(found::check);
        cast.holdings().forEach(found::check);
        Set<String> logins = new HashSet<>();
        cast.accounts().forEach(login -> found.check(login, logins));
        return List.copyOf(found.problems);
    }

    private void check(Organisation organisation) {
        Set<String> types = descriptor.organisationTypes().stream()
                .map(OrganisationType::code)
                .collect(Collectors.toSet());
        organisation.types().stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> report(organisation.name(), "单位类型“" + type + "”未声明"));
        if (!organisation.uscc().isEmpty() && Uscc.check(organisation.uscc()) != Verdict.OK) {
            report(organisation.name(), "统一社会信用代码不正确");
        }
        if (!organisation.orgCode().isEmpty() && OrgCode.check(organisation.orgCode()) != Verdict.OK) {
            report(organisation.name(), "组织机构代码不正确");
        }
        mobile(organisation.name(), organisation.contactMobile());
    }

    private void check(Person person) {
        // Far ahead, so that the check depends on no clock; a cast is too young for no demonstration.
        LocalDate today = LocalDate.of(2100, 1, 1);
        if (person.idType() == Person.IdType.ID && IdNumber.check(person.idNumber(), today) != Verdict.OK) {
            report(person.name(), "身份证号不正确");
        }
        mobile(person.name(), person.mobile());
    }

    private void mobile(String place, String number) {
        if (!number.isEmpty() && Mobile.check(number) != Verdict.OK) {
            report(place, "手机号码不正确");
        }
    }

    private void check(Employment employment) {
        known("从业关系", "人员", people, employment.personId());
        known("从业关系", "单位", organisations, employment.organisationId());
    }

    private void check(Demonstration.Login login, Set<String> logins) {
        String place = "账号 " + login.loginName();
        once(logins, login.loginName(), place);
        if (login.organisationId().isEmpty() && login.personId().isEmpty()) {
            report(place, "应属于一个单位或者一个人员");
        }
        known(place, "单位", organisations, login.organisationId());
        known(place, "人员", people, login.personId());
    }

    private <R extends Record> void check(Demonstration.Holding<R> holding) {
        Register<R> register = holding.register();
        if (descriptor.register(register.id()).isEmpty()) {
            report("台账 " + register.id(), "未在辖区中声明");
        }
        Set<String> keys = new HashSet<>();
        for (R item : holding.records()) {
            String place = "台账 " + register.id() + " 记录 " + register.keyOf(item);
            once(keys, register.keyOf(item), place);
            register.columns().forEach(column -> check(place, register, column, item));
        }
    }

    private <R extends Record> void check(String place, Register<R> register, ColumnInfo column, R item) {
        List<String> codes = RecordValues.codes(RecordValues.get(item, column.id()));
        if (column.status()) {
            codes.stream()
                    .filter(status -> !register.machine().mayBegin(status))
                    .forEach(status -> report(place, "不能以状态“" + column.labelOf(status) + "”开始"));
        }
        Set<String> targets =
                switch (column.refers()) {
                    case PERSON -> people;
                    case ORGANISATION -> organisations;
                    case OFFICE -> offices;
                    case ENTRY -> entries(column.of());
                    case NOTHING -> Set.of();
                };
        if (column.refers() != org.zhijian.api.register.Column.Refers.NOTHING) {
            codes.forEach(id -> known(place, column.title(), targets, id));
        }
    }

    private Set<String> entries(String dictionary) {
        return descriptor.dictionaries().stream()
                .filter(declared -> declared.id().equals(dictionary))
                .flatMap(declared -> declared.initial().stream())
                .map(entry -> entry.code())
                .collect(Collectors.toSet());
    }

    private void known(String place, String what, Set<String> ids, String id) {
        if (!id.isEmpty() && !ids.contains(id)) {
            report(place, what + "“" + id + "”不在演示数据之中");
        }
    }

    private void once(Set<String> ids, String id, String place) {
        if (!ids.add(id)) {
            report(place, "重复");
        }
    }

    private void report(String place, String problem) {
        problems.add("演示 " + place + "：" + problem);
    }
}

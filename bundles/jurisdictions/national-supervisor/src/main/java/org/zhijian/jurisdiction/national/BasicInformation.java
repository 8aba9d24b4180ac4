package org.zhijian.jurisdiction.national;

import static org.zhijian.api.form.Fields.decimal;
import static org.zhijian.api.form.Fields.email;
import static org.zhijian.api.form.Fields.text;

import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** NS-P04 企业基本信息修改: what is submitted is so. */
final class BasicInformation {
    static final String ID = "basic-information";

    private BasicInformation() {}

    static Procedure procedure() {
        return Procedure.procedure(ID, "企业基本信息修改")
                .startedBy(Starter.organisations(Parties.EMPLOYER))
                .prefilled(BasicInformation::known)
                .form(
                        text("address", "注册地址", 200).required(),
                        text("contact", "联系人", 30).required(),
                        text("phone", "办公电话", 30),
                        email("email", "电子邮箱"),
                        decimal("capital", "注册资本（万元）", 14, 2),
                        text("website", "网址", 200))
                .chain(Chain.NONE)
                .closes(CaseState.CLOSED, "已生效")
                .onSubmitted(BasicInformation::keep)
                .guide("", "提交即生效；企业名称、统一社会信用代码、工商注册所在地、法定代表人和企业资质请办理企业重要信息修改")
                .build();
    }

    private static FormData known(CaseFacts facts) {
        return Enterprise.find(facts, Parties.applicantId(facts))
                .map(firm -> FormData.EMPTY
                        .with("address", firm.address())
                        .with("contact", firm.contact())
                        .with("phone", firm.phone())
                        .with("email", firm.email())
                        .with("capital", firm.capital().map(Object::toString).orElse(null))
                        .with("website", firm.website()))
                .orElse(FormData.EMPTY);
    }

    private static void keep(CaseFacts facts, Changes changes) {
        Organisation own = Parties.applicant(facts);
        Enterprise.find(facts, own.id())
                .ifPresent(firm -> changes.of(Enterprise.ENTERPRISES).save(firm.withBasics(facts.form())));
        changes.save(new Organisation(
                own.id(),
                own.name(),
                own.uscc(),
                own.orgCode(),
                own.types(),
                own.regionCode(),
                own.legalRepresentative(),
                facts.form().text("contact"),
                own.contactMobile()));
    }
}

package org.zhijian.jurisdiction.sample;

import static org.zhijian.api.chain.DecisionOption.approve;
import static org.zhijian.api.chain.DecisionOption.reject;
import static org.zhijian.api.form.Fields.mobile;
import static org.zhijian.api.form.Fields.record;
import static org.zhijian.jurisdiction.sample.Card.CARDS;
import static org.zhijian.jurisdiction.sample.Stall.STALLS;

import java.util.List;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Options;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** 摊主证申领: a natural person applies for a card at a stall of the own employer. */
final class VendorCard {
    private VendorCard() {}

    static Procedure procedure() {
        return Procedure.procedure("vendor-card", "摊主证申领")
                .startedBy(Starter.people())
                .form(
                        record("stall", "摊位", STALLS, Options.records(STALLS, VendorCard::stallsOfTheEmployers))
                                .required(),
                        mobile("mobile", "手机号码").required())
                .attach(Slot.scan("photo", "证件照").count(1, 1).formats(Slot.Format.JPG, Slot.Format.PNG))
                .chain(Step.step("issue", "制证", Actor.office(Offices.BUREAU))
                        .decisions(approve("发证"), reject("不予发证"))
                        .then(VendorCard::issue))
                .closes(CaseState.CLOSED, "已发证")
                .build();
    }

    private static List<Stall> stallsOfTheEmployers(CaseFacts facts) {
        return facts.applicantPerson().stream()
                .flatMap(person -> facts.directory().employers(person.id()).stream())
                .flatMap(employer -> Stall.runBy(facts, employer.id()).stream())
                .toList();
    }

    private static void issue(CaseFacts facts, Changes changes) {
        changes.of(CARDS)
                .save(new Card(
                        "TZ-%04d".formatted(changes.next("card")),
                        facts.applicantPerson().orElseThrow().id(),
                        facts.form().text("stall"),
                        facts.today()));
    }
}

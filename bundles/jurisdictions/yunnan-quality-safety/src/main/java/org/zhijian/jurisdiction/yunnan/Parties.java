package org.zhijian.jurisdiction.yunnan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.form.Option;
import org.zhijian.api.form.Options;
import org.zhijian.api.procedure.CaseFacts;

/** Whom and what a case speaks of, and who reviews it. */
final class Parties {
    static final String REVIEW = "review";
    private static final int REVIEW_DAYS = 5;
    private static final int MOST_STAFF = 1000;

    private Parties() {}

    /** The organisation that applies; blank if there is none. */
    static String applicantId(CaseFacts facts) {
        return facts.applicant().map(Organisation::id).orElse("");
    }

    static String applicantName(CaseFacts facts) {
        return facts.applicant().map(Organisation::name).orElse("");
    }

    /** The works that the form names in {@code worksId}. */
    static Optional<Works> works(CaseFacts facts) {
        return facts.registers().of(Works.WORKS).find(facts.form().text("worksId"));
    }

    /** YN-R10. 主管部门 and 监督机构 of the works get it; the first decision of either is the decision. Where both are one office, it gets it once. */
    static Step eitherOffice(Function<CaseFacts, Optional<Works>> works) {
        return Step.anyOf(
                        REVIEW,
                        "审核",
                        Actor.office("工程主管部门", facts -> of(works, facts).authority()),
                        Actor.office("工程监督机构", facts -> of(works, facts).supervisionBody()))
                .within(REVIEW_DAYS)
                .waiting(CaseState.PENDING, "待审核")
                .decisions(DecisionOption.approve("同意"), DecisionOption.sendBack("退回"));
    }

    private static Works of(Function<CaseFacts, Optional<Works>> works, CaseFacts facts) {
        return works.apply(facts).orElseThrow(() -> new IllegalStateException(facts.number() + " names no works"));
    }

    /** The works of which the applicant is the developer: those that go on are offered, any may be named. */
    static Options worksOfTheDeveloper() {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return Works.ongoingOf(facts.registers(), applicantId(facts)).stream()
                        .filter(works -> works.worksName().contains(text))
                        .limit(limit)
                        .map(Parties::option)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return facts.registers()
                        .of(Works.WORKS)
                        .find(value)
                        .filter(works -> works.developer().equals(applicantId(facts)))
                        .map(Parties::option);
            }
        };
    }

    private static Option option(Works works) {
        return new Option(works.worksNo(), works.worksName());
    }

    /** The people of an organisation. */
    static List<org.zhijian.api.directory.Person> staff(CaseFacts facts, String organisation) {
        return facts.directory().staff(organisation, "", MOST_STAFF);
    }
}

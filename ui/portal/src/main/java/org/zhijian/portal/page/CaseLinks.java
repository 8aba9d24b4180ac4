package org.zhijian.portal.page;

import org.zhijian.api.chain.CaseState;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.portal.components.Link;
import org.zhijian.portal.visit.Visit;

/** Where a case is opened: a draft in its form, anything else on its page. */
final class CaseLinks {
    private CaseLinks() {}

    static String path(Visit visit, CaseLine line) {
        String page = "cases/" + line.id();
        return visit.to(line.stage().state() == CaseState.DRAFT ? page + "/edit" : page);
    }

    /** The way to the case in the words of what is done there. */
    static Link act(Visit visit, CaseLine line) {
        return new Link(path(visit, line), line.stage().state() == CaseState.DRAFT ? "修改" : "查看")
                .test("case-" + line.number());
    }

    static Link link(Visit visit, CaseLine line) {
        return new Link(path(visit, line), line.number()).test("case-" + line.number());
    }
}

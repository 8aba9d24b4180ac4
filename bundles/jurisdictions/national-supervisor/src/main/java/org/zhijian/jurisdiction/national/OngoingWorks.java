package org.zhijian.jurisdiction.national;

import java.util.List;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.query.Unfinished;

/** NS-I6: whoever is bound to works that go on would leave them without their engineer. Where nobody knows of works, nobody is warned. */
final class OngoingWorks {
    private OngoingWorks() {}

    /** A warning for each of the works that the person is bound to. */
    static List<Finding> warnings(CaseFacts facts, String person, String field) {
        return facts.ask(Unfinished.PROJECTS, person).found().stream()
                .map(works -> Finding.warning(
                        "NS-I6",
                        field,
                        "该人员在建工程“" + works.project() + "”担任" + works.post() + "（" + works.since() + "起）"))
                .toList();
    }
}

package org.zhijian.jurisdiction.national;

import java.util.List;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Finding;

/** NS-I6: whoever is bound to works that go on leaves them without their engineer. */
final class Engagements {
    private Engagements() {}

    static List<Finding> warnOfWorks(CaseFacts facts) {
        return Finding.none();
    }
}

package org.zhijian.portal.page;

import java.util.Map;
import org.zhijian.api.form.FormData;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.CaseView;
import org.zhijian.portal.visit.Visit;
import org.zhijian.portal.visit.Way;

/** Starts matters, and leads to their forms. */
final class Starts {
    private Starts() {}

    /**
     * @param preset what the form holds at the start, by field
     */
    static void start(Visit visit, String procedure, Map<String, String> preset, Once once) {
        FormData form = new FormData(Map.copyOf(preset));
        open(visit, visit.platform().cases().start(visit.caller(), once, visit.regionId(), procedure, form));
    }

    static void open(Visit visit, CaseView draft) {
        Way.to(visit.to("cases/" + draft.line().id() + "/edit"));
    }
}

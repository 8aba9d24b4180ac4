package org.zhijian.portal.casework;

import java.util.List;
import java.util.Map;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.portal.form.Choices;
import org.zhijian.portal.visit.Visit;

/**
 * Choices as the core gives them for a case, and the labels that the case knows.
 *
 * @param prefix what stands before a place in the labels: blank for the applicant's form, else the step's id and a dot
 */
record CoreChoices(Visit visit, CaseLine line, Map<String, String> labels, String prefix) implements Choices {
    @Override
    public Page<Option> find(String field, FormData form, String text, String cursor) {
        return visit.platform()
                .catalogue()
                .options(visit.caller(), line.jurisdiction(), line.procedure(), field, form, text, cursor);
    }

    @Override
    public List<Option> preselected(String field, FormData form) {
        return visit.platform()
                .catalogue()
                .preselected(visit.caller(), line.jurisdiction(), line.procedure(), field, form);
    }

    @Override
    public String label(String place) {
        return labels.getOrDefault(prefix + place, "");
    }
}

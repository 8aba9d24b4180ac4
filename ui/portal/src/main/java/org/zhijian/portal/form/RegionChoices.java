package org.zhijian.portal.form;

import java.util.List;
import java.util.Map;
import org.zhijian.api.check.Region;
import org.zhijian.api.check.Regions;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;

/**
 * The regions of a form that refers to nothing else.
 *
 * @param labels labels of what is chosen already, by place
 */
public record RegionChoices(Form form, Map<String, String> labels) implements Choices {
    private static final int SHOWN = 50;

    @Override
    public Page<Option> find(String field, FormData data, String text, String cursor) {
        String within = form.field(field)
                .map(found -> found.type() instanceof FieldType.Region region ? region.within() : "")
                .orElse("");
        List<Option> options = Regions.current()
                .filter(region -> region.code().startsWith(within))
                .map(RegionChoices::option)
                .filter(option -> option.label().contains(text.strip()))
                .limit(SHOWN)
                .toList();
        return new Page<>(options, "");
    }

    private static Option option(Region region) {
        return new Option(region.code(), Regions.fullName(region.code()).orElse(region.name()));
    }

    @Override
    public String label(String place) {
        return labels.getOrDefault(place, "");
    }
}

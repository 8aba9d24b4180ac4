package org.zhijian.portal.registering;

import java.util.List;
import org.zhijian.api.check.Region;
import org.zhijian.api.check.Regions;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;
import org.zhijian.portal.form.Choices;

/** The regions of a registration's form; it refers to nothing else. */
record RegistrationChoices(Form form) implements Choices {
    private static final int SHOWN = 50;

    @Override
    public Page<Option> find(String field, FormData data, String text, String cursor) {
        String within = form.field(field)
                .map(found -> found.type() instanceof FieldType.Region region ? region.within() : "")
                .orElse("");
        List<Option> options = Regions.current()
                .filter(region -> region.code().startsWith(within))
                .map(RegistrationChoices::option)
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
        return "";
    }
}

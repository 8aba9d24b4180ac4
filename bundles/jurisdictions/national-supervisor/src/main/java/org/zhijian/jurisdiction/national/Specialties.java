package org.zhijian.jurisdiction.national;

import java.util.List;
import org.zhijian.api.form.Option;
import org.zhijian.api.register.Dictionary;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.RegisterView;

/** 专业类别: the fields of works for which somebody is registered (NS-R07), fourteen at first; the centre edits them. */
final class Specialties {
    static final String ID = "specialties";

    static final Dictionary SPECIALTIES = Dictionary.dictionary(
            ID,
            "专业类别",
            new Option("HOUSING", "房屋建筑工程"),
            new Option("METALLURGY", "冶炼工程"),
            new Option("MINING", "矿山工程"),
            new Option("CHEMISTRY", "化工石油工程"),
            new Option("WATER", "水利水电工程"),
            new Option("POWER", "电力工程"),
            new Option("FORESTRY", "农林工程"),
            new Option("RAILWAY", "铁路工程"),
            new Option("ROAD", "公路工程"),
            new Option("PORT", "港口与航道工程"),
            new Option("AEROSPACE", "航天航空工程"),
            new Option("TELECOM", "通信工程"),
            new Option("MUNICIPAL", "市政公用工程"),
            new Option("INSTALLATION", "机电安装工程"));

    static final Register<Entry> ENTRIES = SPECIALTIES.register();

    private Specialties() {}

    /** What people read of these codes, one after the other. */
    static List<String> names(RegisterView<Entry> entries, List<String> codes) {
        return SPECIALTIES.labels(entries, codes);
    }

    /** The same in one line. */
    static String line(RegisterView<Entry> entries, List<String> codes) {
        return String.join("、", names(entries, codes));
    }
}

package org.zhijian.jurisdiction.jiangsu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Titled;
import org.zhijian.api.form.Option;

/** The thirteen cities under the province (省辖市). */
enum City implements Titled {
    NANJING("3201", "南京市"),
    WUXI("3202", "无锡市"),
    XUZHOU("3203", "徐州市"),
    CHANGZHOU("3204", "常州市"),
    SUZHOU("3205", "苏州市"),
    NANTONG("3206", "南通市"),
    LIANYUNGANG("3207", "连云港市"),
    HUAIAN("3208", "淮安市"),
    YANCHENG("3209", "盐城市"),
    YANGZHOU("3210", "扬州市"),
    ZHENJIANG("3211", "镇江市"),
    TAIZHOU("3212", "泰州市"),
    SUQIAN("3213", "宿迁市");

    private final String code;
    private final String title;

    City(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The first four digits of its region codes. */
    String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    static Optional<City> of(String code) {
        return Arrays.stream(values()).filter(city -> city.code.equals(code)).findFirst();
    }

    /** The cities as choices, by code. */
    static List<Option> options() {
        return Arrays.stream(values())
                .map(city -> new Option(city.code, city.title))
                .toList();
    }
}

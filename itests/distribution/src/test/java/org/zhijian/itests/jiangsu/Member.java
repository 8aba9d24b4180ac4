package org.zhijian.itests.jiangsu;

/** The testing organisations of the demonstration's cast. */
public enum Member {
    J1("南京示例检测中心有限公司", "js-city-3201"),
    J2("无锡示例建材检测有限公司", "js-city-3202"),
    J3("苏州示例检测有限公司", "js-city-3205"),
    J4("无锡示例地基检测有限公司", "js-city-3202"),
    J5("常州示例新检测有限公司", "js-city-3204"),
    J6("南京示例第二检测有限公司", "js-city-3201");

    private final String title;
    private final String city;

    Member(String title, String city) {
        this.title = title;
        this.city = city;
    }

    String title() {
        return title;
    }

    String login() {
        return name().toLowerCase();
    }

    /** The authority of the city it lies in. */
    String city() {
        return city;
    }
}

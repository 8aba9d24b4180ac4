package org.zhijian.api.check;

/** 行政区划级别. */
public enum RegionLevel {
    /** 省级: province, autonomous region, municipality under the central government. */
    PROVINCE("省级"),
    /** 地级. */
    CITY("地级"),
    /** 县级. */
    COUNTY("县级"),
    /** No current region bears the code. */
    UNKNOWN("未知");

    private final String title;

    RegionLevel(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}

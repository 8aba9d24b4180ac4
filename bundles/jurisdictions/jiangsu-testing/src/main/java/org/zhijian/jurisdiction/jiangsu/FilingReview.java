package org.zhijian.jurisdiction.jiangsu;

/**
 * Who looks at the filings of people and organisations before they are on file. The manual names nobody; the installation says it
 * ({@code filingReview} in {@code etc/org.zhijian.jurisdiction.jiangsu-testing.cfg}).
 */
enum FilingReview {
    /** Nobody: what is handed in is on file. */
    NONE,
    /** 省质监总站. */
    PROV,
    /** The city first, then 省质监总站. */
    CITY_PROV;

    boolean asksTheCity() {
        return this == CITY_PROV;
    }

    boolean asksTheProvince() {
        return this != NONE;
    }
}

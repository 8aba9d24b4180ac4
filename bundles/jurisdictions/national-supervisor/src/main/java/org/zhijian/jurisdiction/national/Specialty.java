package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 专业类别: the fourteen fields of works for which somebody is registered (NS-R07). */
enum Specialty implements Titled {
    HOUSING("房屋建筑工程"),
    METALLURGY("冶炼工程"),
    MINING("矿山工程"),
    CHEMISTRY("化工石油工程"),
    WATER("水利水电工程"),
    POWER("电力工程"),
    FORESTRY("农林工程"),
    RAILWAY("铁路工程"),
    ROAD("公路工程"),
    PORT("港口与航道工程"),
    AEROSPACE("航天航空工程"),
    TELECOM("通信工程"),
    MUNICIPAL("市政公用工程"),
    INSTALLATION("机电安装工程");

    private final String title;

    Specialty(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

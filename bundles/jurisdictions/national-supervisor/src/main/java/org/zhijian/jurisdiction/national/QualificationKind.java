package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 企业资质. */
enum QualificationKind implements Titled {
    SUPERVISION_COMPREHENSIVE("监理综合资质"),
    SUPERVISION_A("监理专业甲级"),
    SUPERVISION_B("监理专业乙级"),
    SUPERVISION_C("监理专业丙级"),
    SURVEY("勘察"),
    DESIGN("设计"),
    CONSTRUCTION("施工"),
    COSTING("造价咨询"),
    TENDER_AGENCY("招标代理");

    private final String title;

    QualificationKind(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

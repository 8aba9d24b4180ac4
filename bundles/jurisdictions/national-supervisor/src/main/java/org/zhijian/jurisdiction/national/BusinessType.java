package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 业务类型: what a person applies for, or what has happened to a registration. */
enum BusinessType implements Titled {
    INITIAL("初始注册", "initial-registration"),
    RENEWAL("延续注册", "renewal-registration"),
    CHANGE("变更注册", "change-registration"),
    CANCELLATION("注销注册", "cancellation-registration"),
    REPLACEMENT("遗失（破损）补办", "certificate-replacement"),
    FORCED_CANCELLATION("强制注销", "forced-cancellation"),
    REVOCATION("吊销", ""),
    SUSPENSION("暂停执业", "");

    private final String title;
    private final String procedure;

    BusinessType(String title, String procedure) {
        this.title = title;
        this.procedure = procedure;
    }

    @Override
    public String title() {
        return title;
    }

    /** Id of the matter; blank if nobody applies for it. */
    String procedure() {
        return procedure;
    }

    /** True if this is what the matter with this id is about. */
    boolean isMatter(String procedureId) {
        return !procedure.isEmpty() && procedure.equals(procedureId);
    }
}

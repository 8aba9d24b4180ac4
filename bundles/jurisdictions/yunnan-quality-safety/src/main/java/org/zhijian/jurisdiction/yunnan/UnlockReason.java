package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Titled;

/** Why people are to be unlocked (解锁情形). */
enum UnlockReason implements Titled {
    ACCEPTED("工程已竣工验收"),
    CONTRACT_ENDED("合同解除"),
    STOPPED("停工超过120天经建设单位同意"),
    LOCKED_BY_MISTAKE("锁定有误"),
    LEFT("人员离职/身故"),
    OTHER("其他");

    private final String title;

    UnlockReason(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

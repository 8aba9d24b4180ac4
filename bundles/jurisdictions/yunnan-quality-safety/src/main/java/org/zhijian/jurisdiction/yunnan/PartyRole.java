package org.zhijian.jurisdiction.yunnan;

import java.util.Optional;
import org.zhijian.api.Titled;

/** What an organisation is to works, and to this jurisdiction: codes of the organisation types. */
enum PartyRole implements Titled {
    DEVELOPER("建设单位"),
    CONTRACTOR("施工单位"),
    SUPERVISOR("监理单位"),
    SURVEYOR("勘察单位"),
    DESIGNER("设计单位"),
    TESTING_ORG("检测机构");

    private final String title;

    PartyRole(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /** The role with this code or title. */
    static Optional<PartyRole> of(String text) {
        return Words.find(PartyRole.class, text);
    }
}

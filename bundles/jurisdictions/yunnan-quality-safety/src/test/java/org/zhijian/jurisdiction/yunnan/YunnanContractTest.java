package org.zhijian.jurisdiction.yunnan;

import org.zhijian.api.Jurisdiction;
import org.zhijian.testkit.JurisdictionContractTest;

class YunnanContractTest extends JurisdictionContractTest {
    @Override
    protected Jurisdiction jurisdiction() {
        return new YunnanQualitySafety(Settings.USUAL);
    }
}

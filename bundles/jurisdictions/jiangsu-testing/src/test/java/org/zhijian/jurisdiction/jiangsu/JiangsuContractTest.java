package org.zhijian.jurisdiction.jiangsu;

import org.zhijian.api.Jurisdiction;
import org.zhijian.testkit.JurisdictionContractTest;

class JiangsuContractTest extends JurisdictionContractTest {
    @Override
    protected Jurisdiction jurisdiction() {
        return new JiangsuTesting(FilingReview.PROV);
    }
}

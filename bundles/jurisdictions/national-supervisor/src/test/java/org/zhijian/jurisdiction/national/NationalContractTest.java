package org.zhijian.jurisdiction.national;

import org.zhijian.api.Jurisdiction;
import org.zhijian.testkit.JurisdictionContractTest;

class NationalContractTest extends JurisdictionContractTest {
    @Override
    protected Jurisdiction jurisdiction() {
        return new NationalSupervisor(Settings.USUAL);
    }
}

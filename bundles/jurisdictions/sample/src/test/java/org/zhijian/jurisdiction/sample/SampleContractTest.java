package org.zhijian.jurisdiction.sample;

import org.zhijian.api.Jurisdiction;
import org.zhijian.testkit.JurisdictionContractTest;

/** Every module has this one. */
class SampleContractTest extends JurisdictionContractTest {
    @Override
    protected Jurisdiction jurisdiction() {
        return new SampleJurisdiction();
    }
}

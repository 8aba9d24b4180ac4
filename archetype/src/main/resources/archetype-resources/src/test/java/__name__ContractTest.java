package ${package};

import org.zhijian.api.Jurisdiction;
import org.zhijian.testkit.JurisdictionContractTest;

/** Every module has this one. */
class ${name}ContractTest extends JurisdictionContractTest {
    @Override
    protected Jurisdiction jurisdiction() {
        return new ${name}Jurisdiction();
    }
}

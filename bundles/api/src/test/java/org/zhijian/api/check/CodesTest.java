package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the vectors leave open about mobiles, project codes, investment codes, licence and contract numbers. */
class CodesTest {
    @Test
    void aMobileIsStrippedBeforeItIsChecked() {
        assertThat(Mobile.check(Mobile.normalise(" 13900000001 "))).isEqualTo(Verdict.OK);
    }

    @Test
    void anImportedProjectMayHaveCategoryZero() {
        assertThat(ProjectCode.checkImported("3202812611210001")).isEqualTo(Verdict.OK);
        assertThat(ProjectCode.checkImported("3202812611210301")).isEqualTo(Verdict.CATEGORY);
    }

    @Test
    void aProjectKeepsTheRegionItWasNumberedIn() {
        assertThat(ProjectCode.check("3202021404010101")).isEqualTo(Verdict.OK);
    }

    @Test
    void aProjectCodeNeedsADayOfTheCalendar() {
        assertThat(ProjectCode.check("3202812602290101")).isEqualTo(Verdict.DATE);
        assertThat(ProjectCode.check("3202812802290101")).isEqualTo(Verdict.OK);
    }

    @Test
    void publishedProjectCodesPass() {
        assertThat(ProjectCode.check("3211111509220201")).isEqualTo(Verdict.OK);
        assertThat(ProjectCode.check("3211831507280102")).isEqualTo(Verdict.OK);
    }

    @Test
    void anInvestmentCodeOfTheOldFormBeginsWithTheYear() {
        assertThat(InvestmentCode.check("2104-330000-04-01-123456")).isEqualTo(Verdict.OK);
        assertThat(InvestmentCode.check("2020-320200-47-01-500002")).isEqualTo(Verdict.OK);
        assertThat(InvestmentCode.check("2021-320200-47-01-500002")).isEqualTo(Verdict.DATE);
        assertThat(InvestmentCode.check(null)).isEqualTo(Verdict.FORMAT);
    }

    @Test
    void publishedLicenceNumbersPass() {
        assertThat(LicenceNumber.check("321111201709010201")).isEqualTo(Verdict.OK);
        assertThat(LicenceNumber.check("321183201801090101")).isEqualTo(Verdict.OK);
    }

    @Test
    void aLicenceHasOneOfNineteenClassesAndAKnownRegion() {
        assertThat(LicenceNumber.check("320281202611210120")).isEqualTo(Verdict.CATEGORY);
        assertThat(LicenceNumber.check("320281202611210100")).isEqualTo(Verdict.CATEGORY);
        assertThat(LicenceNumber.check("320299202611210101")).isEqualTo(Verdict.REGION);
        assertThat(LicenceNumber.check("[2010]施[朝]建字0009号")).isEqualTo(Verdict.FORMAT);
    }

    @Test
    void aContractNumberIsComparedInItsNormalisedForm() {
        assertThat(ContractNumber.normalise("　５３０１０２26070101 01－hz－002\n")).isEqualTo("5301022607010101-HZ-002");
        assertThat(ContractNumber.same(" km-2026 -sg-0001", "KM-2026-SG-0001")).isTrue();
        assertThat(ContractNumber.same("KM-2026-SG-0001", "KM-2026-SG-0002")).isFalse();
    }

    @Test
    void aBlankContractNumberEqualsNoOther() {
        assertThat(ContractNumber.same("", " ")).isFalse();
        assertThat(ContractNumber.same(null, null)).isFalse();
        assertThat(ContractNumber.same("KM-2026-SG-0001", "")).isFalse();
    }

    @Test
    void aContractOfNoPossibleProjectIsKeptAsWritten() {
        assertThat(ContractNumber.check("3202992611210101-HZ-001")).isEqualTo(Verdict.FREEFORM);
        assertThat(ContractNumber.check(null)).isEqualTo(Verdict.EMPTY);
    }
}

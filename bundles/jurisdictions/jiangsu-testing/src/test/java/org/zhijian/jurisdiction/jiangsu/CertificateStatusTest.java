package org.zhijian.jurisdiction.jiangsu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.register.StatusMachine;

/** The statuses of a 岗位合格证书 (JS-R13) and what the public sees of it. */
class CertificateStatusTest {
    private final StatusMachine machine = Certificate.CERTIFICATES.machine();

    @DisplayName("JS-R13: which status may follow which")
    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource({
        "NORMAL, NO_CREDIT_FILE, true",
        "NORMAL, DEPARTED, true",
        "NORMAL, CANCELLED, true",
        "NO_CREDIT_FILE, NO_CREDIT_FILE, true",
        "NO_CREDIT_FILE, NORMAL, true",
        "NO_CREDIT_FILE, DEPARTED, true",
        "NO_CREDIT_FILE, CANCELLED, true",
        "DEPARTED, NO_CREDIT_FILE, true",
        "DEPARTED, CANCELLED, true",
        "DEPARTED, NORMAL, false",
        "CANCELLED, NORMAL, false",
        "CANCELLED, NO_CREDIT_FILE, false",
        "CANCELLED, DEPARTED, false",
    })
    void transitions(CertificateStatus from, CertificateStatus to, boolean allowed) {
        assertThat(machine.mayFollow(from.name(), to.name())).isEqualTo(allowed);
    }

    @ParameterizedTest
    @DisplayName("JS-R13: a certificate begins as 正常")
    @CsvSource({"NORMAL, true", "NO_CREDIT_FILE, false", "DEPARTED, false", "CANCELLED, false"})
    void beginning(CertificateStatus status, boolean allowed) {
        assertThat(machine.mayBegin(status.name())).isEqualTo(allowed);
    }

    @Test
    @DisplayName("the public finds a certificate with its masked holder, its organisation, division and status")
    void the_public_view() {
        assertThat(Certificate.CERTIFICATES.open()).isTrue();
        assertThat(Certificate.CERTIFICATES.columns())
                .filteredOn(ColumnInfo::open)
                .extracting(ColumnInfo::id)
                .containsExactly("certNo", "division", "person", "employer", "status");
        assertThat(Certificate.CERTIFICATES.column("person"))
                .hasValueSatisfying(
                        column -> assertThat(column.mask().apply("韩示双")).isEqualTo("韩*双"));
    }

    @Test
    @DisplayName("JS-R14: who has forgotten a password turns to 省质监总站")
    void forgotten_passwords() {
        assertThat(new JiangsuTesting(FilingReview.PROV).descriptor().portal().forgotten())
                .isEqualTo("若帐号密码遗忘，可联系省质监总站");
    }
}

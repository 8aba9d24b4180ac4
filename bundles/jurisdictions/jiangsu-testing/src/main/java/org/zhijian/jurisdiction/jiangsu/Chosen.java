package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.Certificate.CERTIFICATES;

import java.util.List;
import org.zhijian.api.procedure.CaseFacts;

/** The certificates that the form of a replacement or a cancellation names. */
final class Chosen {
    private Chosen() {}

    /** Those of the chosen person, in whatever status: why one cannot be taken, its rule says. */
    static List<Certificate> candidates(CaseFacts facts) {
        return Certificate.heldBy(facts, facts.form().text("personId"));
    }

    static List<Certificate> certificates(CaseFacts facts) {
        return facts.form().list("certificates").stream()
                .flatMap(certNo -> facts.registers().of(CERTIFICATES).find(certNo).stream())
                .toList();
    }
}

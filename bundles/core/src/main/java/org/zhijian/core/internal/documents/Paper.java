package org.zhijian.core.internal.documents;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhijian.core.access.Caller;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.DocumentEntity;

/**
 * What a document is printed of. What is printed again unchanged keeps its code; whatever has changed gets a new one.
 *
 * @param register id of the register, blank for a case
 * @param reference id of the case or key of the record
 * @param mark changes whenever the case or record does
 * @param items what a verifier is told while nothing newer can be read
 */
record Paper(
        Kind kind,
        String jurisdiction,
        String register,
        String reference,
        long mark,
        String house,
        String title,
        String number,
        List<Line> items) {

    enum Kind {
        CASE,
        RECORD
    }

    /** The code of this paper, the one it has already if it was printed before. */
    String issue(EntityManager em, Caller caller, Instant now) {
        return known(em).orElseGet(() -> {
            String code = VerificationCode.next();
            em.persist(new DocumentEntity(
                    code,
                    kind.name(),
                    jurisdiction,
                    register,
                    reference,
                    mark,
                    house,
                    title,
                    number,
                    Json.write(items),
                    now,
                    caller.accountId()));
            return code;
        });
    }

    private Optional<String> known(EntityManager em) {
        return em
                .createQuery(
                        "select d.code from DocumentEntity d where d.reference = :reference and d.mark = :mark"
                                + " and d.kind = :kind and d.jurisdiction = :jurisdiction and d.register = :register",
                        String.class)
                .setParameter("reference", reference)
                .setParameter("mark", mark)
                .setParameter("kind", kind.name())
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("register", register)
                .getResultList()
                .stream()
                .findFirst();
    }
}

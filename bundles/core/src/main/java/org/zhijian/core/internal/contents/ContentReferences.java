package org.zhijian.core.internal.contents;

import jakarta.persistence.EntityManager;

/** Who refers to contents. Whoever keeps contents elsewhere than among the attachments of cases is to be asked here too. */
final class ContentReferences {
    private ContentReferences() {}

    static boolean has(EntityManager em, String sha256) {
        return em.createQuery("select count(a) from AttachmentEntity a where a.sha256 = :sha256", Long.class)
                        .setParameter("sha256", sha256)
                        .getSingleResult()
                > 0;
    }
}

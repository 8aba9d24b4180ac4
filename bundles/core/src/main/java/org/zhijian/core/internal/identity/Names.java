package org.zhijian.core.internal.identity;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What people read instead of ids, many at once. Ids that nobody knows have no entry. Not thread-safe. */
public final class Names {
    private static final int AT_ONCE = 500;

    private final EntityManager em;

    public Names(EntityManager em) {
        this.em = em;
    }

    public Map<String, String> organisations(Collection<String> ids) {
        return names("OrganisationEntity", ids);
    }

    /** Names alone, in clear: whoever shows them to those who may not see them masks them. */
    public Map<String, String> people(Collection<String> ids) {
        return names("PersonEntity", ids);
    }

    public Map<String, String> offices(Collection<String> ids) {
        return names("OfficeEntity", ids);
    }

    public Optional<String> organisation(String id) {
        return Optional.ofNullable(organisations(Set.of(id)).get(id));
    }

    public Optional<String> person(String id) {
        return Optional.ofNullable(people(Set.of(id)).get(id));
    }

    public Optional<String> office(String id) {
        return Optional.ofNullable(offices(Set.of(id)).get(id));
    }

    /** Ids of the organisations with exactly this name or code. */
    public List<String> organisationsKnownAs(String text) {
        return em.createQuery(
                        "select o.id from OrganisationEntity o where o.name = :text or o.uscc = :code or o.orgCode = :code"
                                + " order by o.id",
                        String.class)
                .setParameter("text", text)
                .setParameter("code", text.toUpperCase(Locale.ROOT))
                .getResultList();
    }

    /** Ids of the people with exactly this name or identity number. */
    public List<String> peopleKnownAs(String text) {
        return em.createQuery(
                        "select p.id from PersonEntity p where p.name = :text or p.idNumber = :number order by p.id",
                        String.class)
                .setParameter("text", text)
                .setParameter("number", text.toUpperCase(Locale.ROOT))
                .getResultList();
    }

    /** Ids of the offices with exactly this name. */
    public List<String> officesNamed(String name) {
        return named("OfficeEntity", name);
    }

    private Map<String, String> names(String entity, Collection<String> ids) {
        List<String> wanted = new ArrayList<>(new TreeSet<>(ids));
        Map<String, String> names = new LinkedHashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            em.createQuery("select e.id, e.name from " + entity + " e where e.id in :ids order by e.id", Object[].class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(row -> names.put((String) row[0], (String) row[1]));
        }
        return names;
    }

    private List<String> named(String entity, String name) {
        return em.createQuery("select e.id from " + entity + " e where e.name = :name order by e.id", String.class)
                .setParameter("name", name)
                .getResultList();
    }
}

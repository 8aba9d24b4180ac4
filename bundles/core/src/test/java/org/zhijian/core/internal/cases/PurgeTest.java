package org.zhijian.core.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.metamodel.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.internal.modules.Purge;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.modules.Purged;

/** What a module has left is taken away for good: all of it, nothing of others, and the audit stays. */
class PurgeTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final Caller OPERATOR =
            new Caller(Caller.Kind.OPERATOR, "", "admin", "系统管理员", "", "", "", Set.of(), false, "127.0.0.1");

    /** Rows that are taken away one by one, for their streams of events are closed. */
    private static final Set<String> CLOSED = Set.of("CaseEntity", "AccountEntity");

    /** The audit, and what may be another jurisdiction's as well. */
    private static final Set<String> KEPT = Set.of("EventEntity", "DefinitionEntity");

    private static CaseScene town(Database database) {
        return new CaseScene(
                database,
                Procedure.procedure("permit", "许可")
                        .startedBy(Starter.organisations("FIRM"))
                        .form(Fields.text("name", "名称", 20).required())
                        .chain(Step.step(
                                        "first",
                                        "初审",
                                        Actor.office(
                                                "东区",
                                                facts -> facts.applicant()
                                                                .orElseThrow()
                                                                .contactName() + "-east"))
                                .decisions(DecisionOption.approve("同意")))
                        .build());
    }

    private static Purge purge(CaseScene scene) {
        return new Purge(scene.transactions, scene.clock.time());
    }

    /** How many rows of each kind name the jurisdiction. */
    private static Map<String, Long> rows(CaseScene scene) {
        return scene.transactions.read(em -> em.getMetamodel().getEntities().stream()
                .filter(type -> !KEPT.contains(type.getName()))
                .filter(type -> type.getAttributes().stream()
                        .map(Attribute::getName)
                        .anyMatch(name -> name.equals("jurisdiction") || name.equals("portal")))
                .collect(Collectors.toMap(type -> type.getName(), type -> {
                    boolean atPortal = type.getAttributes().stream()
                            .noneMatch(attribute -> attribute.getName().equals("jurisdiction"));
                    return em.createQuery(
                                    "select count(e) from " + type.getName() + " e where e."
                                            + (atPortal ? "portal" : "jurisdiction") + " = :id",
                                    Long.class)
                            .setParameter("id", scene.jurisdiction)
                            .getSingleResult();
                })));
    }

    private static List<String> lastActions(CaseScene scene, String stream) {
        return scene.transactions.read(em -> em.createQuery(
                        "select e.action from EventEntity e where e.stream = :stream order by e.seq", String.class)
                .setParameter("stream", stream)
                .getResultList());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void all_of_one_jurisdiction_goes_and_nothing_of_another(Database database) {
        CaseScene scene = town(database);
        CaseScene neighbour = town(database);
        scene.member("clerk", "east");
        neighbour.member("clerk", "east");
        String id = scene.submitted(Map.of("name", "摊位")).line().id();
        scene.cases.start(scene.firm(), Once.UNKEYED, scene.jurisdiction, "permit", new FormData(Map.of("name", "草稿")));
        neighbour.submitted(Map.of("name", "摊位"));
        Map<String, Long> others = rows(neighbour);

        Purged purged = purge(scene).run(OPERATOR, scene.jurisdiction);

        assertThat(purged).isEqualTo(new Purged(scene.jurisdiction, 2, 0, 1));
        assertThat(rows(scene).values()).as("rows that are left").containsOnly(0L);
        assertThat(rows(neighbour)).isEqualTo(others);
        assertThat(lastActions(scene, id)).contains("SUBMIT").endsWith("DELETE");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void one_that_was_interrupted_is_begun_again_and_comes_to_the_same_end(Database database) {
        CaseScene scene = town(database);
        scene.member("clerk", "east");
        scene.submitted(Map.of("name", "摊位"));
        // What a kill has left: some of the tables are empty already.
        scene.transactions.run(em -> List.of("TaskEntity", "OfficeEntity", "SubjectEntity")
                .forEach(rows -> em.createQuery("delete from " + rows + " r where r.jurisdiction = :id")
                        .setParameter("id", scene.jurisdiction)
                        .executeUpdate()));

        purge(scene).run(OPERATOR, scene.jurisdiction);

        assertThat(rows(scene).values()).containsOnly(0L);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_table_that_is_new_is_thought_of(Database database) {
        Set<String> forgotten = town(database).transactions.read(em -> {
            Set<String> names = new TreeSet<>();
            em.getMetamodel().getEntities().forEach(type -> {
                Set<String> attributes =
                        type.getAttributes().stream().map(Attribute::getName).collect(Collectors.toSet());
                String name = type.getName();
                boolean known = CLOSED.contains(name) || KEPT.contains(name) || Purge.isTakenAway(name);
                boolean belongs = attributes.contains("jurisdiction")
                        || attributes.contains("portal")
                        || attributes.contains("caseId")
                        || attributes.contains("accountId");
                if (belongs && !known) {
                    names.add(name);
                }
            });
            return names;
        });
        assertThat(forgotten).isEmpty();
    }
}

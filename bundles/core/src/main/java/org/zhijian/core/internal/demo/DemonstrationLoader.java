package org.zhijian.core.internal.demo;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.identity.Passwords;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.SequenceEntity;

/** Fills a database at the start: the first operator, and in a demonstration the synthetic cast. Thread-safe. */
@Component(service = DemonstrationLoader.class)
public final class DemonstrationLoader {
    /** What all accounts of a demonstration sign in with. */
    public static final String PASSWORD = "Demo-2026!";

    private static final String OPERATOR = "admin";
    /** The client id of the agency of a demonstration. */
    static final String AGENCY = "demo-agency";

    /** The row that marks the database of a demonstration, for ever. */
    private static final String MARK = "demonstration";

    private final Settings settings;
    private final Time time;
    private final Transactions transactions;

    /** Hashing takes its time; all demonstration accounts share one hash of the one password that everybody knows. */
    private final String passwordHash;

    @Activate
    public DemonstrationLoader(
            @Reference Settings settings, @Reference Time time, @Reference Transactions transactions) {
        this.settings = settings;
        this.time = time;
        this.transactions = transactions;
        this.passwordHash = settings.demonstration() ? Passwords.hash(PASSWORD) : "";
    }

    /**
     * Makes sure that there is an operator.
     *
     * @throws IllegalStateException if this is a demonstration and the database holds anything else
     */
    public void prepare() {
        if (settings.demonstration()) {
            transactions.run(this::prepareDemonstration);
        } else {
            new FirstOperator(settings, time, transactions).make(OPERATOR);
        }
    }

    private void prepareDemonstration(EntityManager em) {
        if (em.find(SequenceEntity.class, MARK) == null) {
            if (holdsAnything(em)) {
                throw new IllegalStateException("数据库中已有正式数据，不能以演示方式启动");
            }
            em.persist(new SequenceEntity(MARK));
        }
        Accounts accounts = new Accounts(em);
        accounts.create(NewAccount.operator(OPERATOR, passwordHash), time.now());
        String agency = accounts.create(NewAccount.agency(AGENCY, "演示接入方", passwordHash), time.now());
        Grants.enter(em, agency, Grants.ALL, Grants.Kind.FEED, Grants.ALL, time.now());
    }

    private static boolean holdsAnything(EntityManager em) {
        return em.createQuery("select count(a) from AccountEntity a", Long.class)
                                .getSingleResult()
                        > 0
                || em.createQuery("select count(c) from CaseEntity c", Long.class)
                                .getSingleResult()
                        > 0
                || em.createQuery("select count(o) from OrganisationEntity o", Long.class)
                                .getSingleResult()
                        > 0;
    }

    /**
     * Loads the cast of a jurisdiction in one transaction. What is there already stays as it is, so that a restart takes nothing back.
     *
     * @throws IllegalStateException if the database is not one of a demonstration
     */
    public void load(Descriptor jurisdiction, Demonstration demonstration) {
        transactions.run(em -> {
            if (!settings.demonstration() || em.find(SequenceEntity.class, MARK) == null) {
                throw new IllegalStateException("演示数据只能装入演示数据库");
            }
            Instant now = time.now();
            new Cast(em, jurisdiction, demonstration, passwordHash, now).enter();
        });
    }
}

package org.zhijian.core.internal.demo;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Demonstration.Holding;
import org.zhijian.api.Demonstration.Login;
import org.zhijian.api.Descriptor;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.register.Register;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.identity.UsbKeys;
import org.zhijian.core.internal.registers.RegistersEditor;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.EmploymentEntity;

/** The cast of one jurisdiction on its way into the database. Whatever is known already keeps its place. Not thread-safe. */
final class Cast {
    private final EntityManager em;
    private final Descriptor jurisdiction;
    private final Demonstration demonstration;
    private final String passwordHash;
    private final Instant now;
    private final DirectoryView directory;
    private final DirectoryEditor editor;

    Cast(EntityManager em, Descriptor jurisdiction, Demonstration demonstration, String passwordHash, Instant now) {
        this.em = em;
        this.jurisdiction = jurisdiction;
        this.demonstration = demonstration;
        this.passwordHash = passwordHash;
        this.now = now;
        this.directory = new DirectoryView(em);
        this.editor = new DirectoryEditor(em);
    }

    void enter() {
        editor.saveOffices(jurisdiction.id(), jurisdiction.offices());
        demonstration.organisations().forEach(this::enter);
        demonstration.people().stream()
                .filter(person -> directory.person(person.id()).isEmpty())
                .forEach(editor::save);
        demonstration.employments().stream()
                .filter(employment -> !isKnown(employment))
                .forEach(editor::employ);
        demonstration.holdings().forEach(this::enter);
        demonstration.accounts().forEach(this::enter);
        grant();
        Accounts accounts = new Accounts(em);
        jurisdiction
                .offices()
                .forEach(office ->
                        accounts.create(NewAccount.office(jurisdiction.id(), office.id(), office, passwordHash), now));
    }

    /** What is open to everybody, the agency of a demonstration reads in clear; and it may push into every channel. */
    private void grant() {
        Grants.agency(em, DemonstrationLoader.AGENCY).ifPresent(agency -> {
            jurisdiction.registers().stream()
                    .filter(Register::open)
                    .forEach(register -> allow(agency, Grants.Kind.REGISTER, register.id()));
            jurisdiction.intakes().forEach(intake -> allow(agency, Grants.Kind.INTAKE, intake.id()));
        });
    }

    private void allow(AccountEntity agency, Grants.Kind kind, String object) {
        Grants.enter(em, agency.id(), jurisdiction.id(), kind, object, now);
    }

    /** An organisation that another jurisdiction's cast has brought gets the types that it has here. */
    private void enter(Organisation organisation) {
        Organisation known = directory.organisation(organisation.id()).orElse(organisation);
        Set<String> types = new TreeSet<>(known.types());
        types.addAll(organisation.types());
        editor.save(new Organisation(
                known.id(),
                known.name(),
                known.uscc(),
                known.orgCode(),
                types,
                known.regionCode(),
                known.legalRepresentative(),
                known.contactName(),
                known.contactMobile()));
    }

    private boolean isKnown(Employment employment) {
        return em.find(
                        EmploymentEntity.class,
                        new EmploymentEntity.Key(employment.personId(), employment.organisationId(), employment.from()))
                != null;
    }

    private <R extends Record> void enter(Holding<R> holding) {
        RegistersEditor registers = new RegistersEditor(em, jurisdiction.id(), null, now);
        holding.records().forEach(item -> registers.seed(holding.register(), item));
    }

    private void enter(Login login) {
        boolean role = !login.organisationId().isBlank() && !login.personId().isBlank();
        NewAccount account = !login.organisationId().isBlank()
                ? NewAccount.organisation(
                        jurisdiction.id(),
                        login.loginName(),
                        directory.organisation(login.organisationId()).orElseThrow(() -> unknown(login)),
                        passwordHash)
                : NewAccount.person(
                        jurisdiction.id(),
                        login.loginName(),
                        directory.person(login.personId()).orElseThrow(() -> unknown(login)),
                        passwordHash);
        Accounts accounts = new Accounts(em);
        String id = accounts.create(account, now);
        if (role) {
            accounts.hold(id, login.personId());
        }
        if (!login.usbKey().isBlank()) {
            new UsbKeys(em).give(login.usbKey(), id, now);
        }
    }

    private IllegalStateException unknown(Login login) {
        return new IllegalStateException(
                "demonstration of " + jurisdiction.id() + ": nobody stands behind the login " + login.loginName());
    }
}

package org.zhijian.core.internal.organisation;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Descriptor;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.DirectoryView;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.store.Cursor;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.EmploymentEntity;
import org.zhijian.core.organisation.OwnOrganisation;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser;

/** Reads the directory and the registers for the organisation that asks. Thread-safe. */
@Component(service = OwnOrganisation.class)
public final class OwnOrganisationService implements OwnOrganisation {
    private static final int HOLDINGS = 20;
    private static final int MOST_STAFF = 5_000;

    private final Transactions transactions;
    private final Modules modules;
    private final RegisterBrowser registers;

    @Activate
    public OwnOrganisationService(
            @Reference Transactions transactions, @Reference Modules modules, @Reference RegisterBrowser registers) {
        this.transactions = transactions;
        this.modules = modules;
        this.registers = registers;
    }

    private static void require(Caller caller) {
        Admission.require(caller);
        if (caller.kind() != Caller.Kind.ORGANISATION) {
            throw Refusal.forbidden("只有单位的账号可以查看");
        }
    }

    @Override
    public View view(Caller caller) {
        require(caller);
        Organisation own = transactions
                .read(em -> new DirectoryView(em).organisation(caller.organisationId()))
                .orElseThrow(Refusal::notFound);
        List<OrganisationType> types =
                modules.descriptor(caller.jurisdiction()).map(Descriptor::organisationTypes).orElse(List.of()).stream()
                        .filter(type -> own.is(type.code()))
                        .toList();
        List<Matter> changedBy = types.stream()
                .flatMap(type -> matter(caller.jurisdiction(), type.changedBy()))
                .distinct()
                .toList();
        return new View(masked(own), types.stream().map(OrganisationType::title).toList(), changedBy);
    }

    private Stream<Matter> matter(String jurisdiction, String procedure) {
        return modules
                .descriptor(jurisdiction)
                .flatMap(descriptor -> descriptor.procedure(procedure))
                .map(found -> new Matter(found.id(), found.title()))
                .stream();
    }

    private static Organisation masked(Organisation own) {
        return new Organisation(
                own.id(),
                own.name(),
                own.uscc(),
                own.orgCode(),
                own.types(),
                own.regionCode(),
                own.legalRepresentative(),
                own.contactName(),
                Mask.MOBILE.apply(own.contactMobile()));
    }

    @Override
    public Page<Member> staff(Caller caller, String text, String cursor, int limit) {
        require(caller);
        int size = Page.limit(limit);
        int from = cursor.isBlank() ? 0 : (int) Math.min(MOST_STAFF, Cursor.number(Cursor.parts(cursor, 1)[0]));
        List<Person> found = transactions.read(
                em -> new DirectoryView(em).staff(caller.organisationId(), text.strip(), from + size + 1));
        List<Member> members = found.stream()
                .skip(from)
                .limit(size)
                .map(person -> member(caller, person))
                .toList();
        return new Page<>(members, found.size() > from + size ? Cursor.of(Integer.toString(from + size)) : "");
    }

    private Member member(Caller caller, Person person) {
        Optional<EmploymentEntity> employment =
                transactions.read(em -> employment(em, caller.organisationId(), person.id()));
        return new Member(
                person.id(),
                person.name(),
                Mask.ID_NUMBER.apply(person.idNumber()),
                Mask.MOBILE.apply(person.mobile()),
                employment.map(EmploymentEntity::post).orElse(""),
                employment.map(EmploymentEntity::fromDay),
                holdings(caller, person.id()));
    }

    private static Optional<EmploymentEntity> employment(EntityManager em, String organisation, String person) {
        return em
                .createQuery(
                        "select e from EmploymentEntity e where e.organisationId = :organisation"
                                + " and e.personId = :person and e.toDay is null order by e.fromDay desc",
                        EmploymentEntity.class)
                .setParameter("organisation", organisation)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What the registers say of a person, as far as the organisation may see it. */
    private List<Holding> holdings(Caller caller, String person) {
        return modules.descriptor(caller.jurisdiction()).map(Descriptor::registers).orElse(List.of()).stream()
                .flatMap(register -> register.columns().stream()
                        .filter(column -> column.index() && column.refers() == Column.Refers.PERSON)
                        .flatMap(column -> holdings(caller, register, column, person)))
                .toList();
    }

    private Stream<Holding> holdings(Caller caller, Register<?> register, ColumnInfo column, String person) {
        RegisterBrowser.Query query = new RegisterBrowser.Query(Map.of(column.id(), person), "", "", HOLDINGS);
        return registers.search(caller, caller.jurisdiction(), register.id(), query).items().stream()
                .map(item -> new Holding(register.id(), register.title(), item.key(), status(register, item)));
    }

    private static String status(Register<?> register, RecordView item) {
        return register.statusColumn()
                .map(column -> item.labels().getOrDefault(column.id(), item.status()))
                .orElse("");
    }
}

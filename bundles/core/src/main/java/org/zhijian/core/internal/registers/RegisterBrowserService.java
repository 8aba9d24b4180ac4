package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Descriptor;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Sort;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.privacy.WholeNumber;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.RecordEntity;
import org.zhijian.core.internal.store.entity.RecordHistoryEntity;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser;

/**
 * Registers as people and agencies look into them. Offices of the jurisdiction see everything but personal numbers, agencies so whatever has been
 * granted to them, organisations and people the records that name them as an owner, and all of these the numbers too by an act that the audit
 * keeps; the public sees the open columns of open registers, masked; everybody else nothing. Thread-safe.
 */
@Component(service = RegisterBrowser.class)
public final class RegisterBrowserService implements RegisterBrowser {
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final Time time;

    @Activate
    public RegisterBrowserService(
            @Reference Catalogue catalogue, @Reference Transactions transactions, @Reference Time time) {
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public Register<?> register(String jurisdiction, String register) {
        return catalogue.jurisdiction(jurisdiction).register(register).orElseThrow(Refusal::notFound);
    }

    @Override
    public List<ColumnInfo> columns(String jurisdiction, String register) {
        List<ColumnInfo> declared = register(jurisdiction, register).columns();
        return transactions.read(em -> declared.stream()
                .map(column -> column.refers() == Refers.ENTRY
                        ? column.choosing(Entries.options(em, jurisdiction, column.of()))
                        : column)
                .toList());
    }

    @Override
    public Page<RecordView> search(Caller caller, String jurisdiction, String register, Query query) {
        Admission.require(caller);
        Register<?> declared = register(jurisdiction, register);
        Sight sight = Sight.usual(declared);
        return transactions.read(em -> {
            RecordSearch search = visible(em, caller, catalogue.jurisdiction(jurisdiction), declared);
            narrow(search, sight, query);
            return page(
                    em,
                    jurisdiction,
                    search.containing("SEARCH_TEXT", WholeNumber.sought(query.text())),
                    declared,
                    sight,
                    query);
        });
    }

    @Override
    public RecordView find(Caller caller, String jurisdiction, String register, String key) {
        Admission.require(caller);
        Register<?> declared = register(jurisdiction, register);
        return transactions.read(em -> one(em, caller, jurisdiction, declared, key, Sight.usual(declared)));
    }

    @Override
    public RecordView reveal(Caller caller, String jurisdiction, String register, String key) {
        Admission.require(caller);
        Register<?> declared = register(jurisdiction, register);
        return transactions.write(em -> {
            RecordView seen = one(em, caller, jurisdiction, declared, key, Sight.clear(declared));
            Map<String, String> what = Map.of("jurisdiction", jurisdiction, "register", register, "key", key);
            AuditTrail.note(em, caller, time.now(), "READ_CLEAR", "查看完整个人信息", what);
            return seen;
        });
    }

    @Override
    public List<RecordView> history(Caller caller, String jurisdiction, String register, String key) {
        find(caller, jurisdiction, register, key);
        Register<?> declared = register(jurisdiction, register);
        return transactions.read(em -> {
            List<RecordHistoryEntity> earlier = em.createQuery(
                            "select h from RecordHistoryEntity h where h.jurisdiction = :jurisdiction"
                                    + " and h.register = :register and h.recordKey = :key order by h.recordVersion desc",
                            RecordHistoryEntity.class)
                    .setParameter("jurisdiction", jurisdiction)
                    .setParameter("register", register)
                    .setParameter("key", key)
                    .setMaxResults(Page.MAX)
                    .getResultList();
            Sight sight = Sight.usual(declared);
            List<Cells> cells =
                    earlier.stream().map(version -> Cells.of(version.data())).toList();
            ReferredNames names = ReferredNames.of(em, jurisdiction, sight.columns(), cells);
            List<RecordView> views = new ArrayList<>();
            for (int i = 0; i < earlier.size(); i++) {
                RecordHistoryEntity version = earlier.get(i);
                views.add(new RecordView(
                        key,
                        version.status() == null ? "" : version.status(),
                        sight.values(cells.get(i)),
                        sight.labels(cells.get(i), names),
                        version.recordVersion(),
                        version.until()));
            }
            return List.copyOf(views);
        });
    }

    private RecordView one(
            EntityManager em, Caller caller, String jurisdiction, Register<?> declared, String key, Sight sight) {
        RecordSearch search = visible(em, caller, catalogue.jurisdiction(jurisdiction), declared);
        List<RecordEntity> found =
                search.withKey(key).page(Sort.ascending(""), "", 1).items();
        return views(em, jurisdiction, found, declared, sight).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Keys stand in answers and cursors, so a register whose key is not open to everybody has no public view.
     */
    @Override
    public Page<RecordView> searchPublic(String jurisdiction, String register, Query query) {
        Register<?> declared = register(jurisdiction, register);
        Sight sight = Sight.open(declared);
        if (!declared.open()
                || sight.columns().stream().noneMatch(column -> column.key() && column.mask() == Mask.NONE)) {
            throw Refusal.notFound();
        }
        return transactions.read(em -> {
            RecordSearch search = new RecordSearch(em, jurisdiction, declared);
            narrow(search, sight, query);
            if (!query.text().isBlank()) {
                // Texts of an older declaration may hold what is no longer open.
                search.declaredAs(RecordEditor.signature(declared)).containing("PUBLIC_TEXT", query.text());
            }
            return page(em, jurisdiction, search, declared, sight, query);
        });
    }

    /** The records that the caller may see. */
    private static RecordSearch visible(
            EntityManager em, Caller caller, Descriptor jurisdiction, Register<?> register) {
        RecordSearch search = new RecordSearch(em, jurisdiction.id(), register);
        if (caller.kind() == Caller.Kind.AGENCY) {
            if (!Grants.allows(em, caller, jurisdiction.id(), Grants.Kind.REGISTER, register.id())) {
                throw forbidden();
            }
            return search;
        }
        if (!caller.jurisdiction().equals(jurisdiction.id())) {
            throw forbidden();
        }
        return switch (caller.kind()) {
            case OFFICE -> {
                if (jurisdiction.offices().stream()
                        .noneMatch(office -> caller.offices().contains(office.id()))) {
                    throw forbidden();
                }
                yield search;
            }
            case ORGANISATION ->
                search.having(ownerColumns(register, Refers.ORGANISATION), Set.of(caller.organisationId()));
            case PERSON -> search.having(ownerColumns(register, Refers.PERSON), Set.of(caller.personId()));
            case AGENCY, OPERATOR, NOBODY -> throw forbidden();
        };
    }

    private static List<ColumnInfo> ownerColumns(Register<?> register, Refers kind) {
        return register.columns().stream()
                .filter(column -> column.owner() && column.refers() == kind)
                .toList();
    }

    private static Refusal forbidden() {
        return Refusal.forbidden("无权查看该台账");
    }

    /** Only by columns that are seen in clear: a filter on another one would tell its values. */
    private static void narrow(RecordSearch search, Sight sight, Query query) {
        query.filters().forEach((id, typed) -> {
            ColumnInfo column = sight.columns().stream()
                    .filter(seen -> seen.id().equals(id) && seen.index())
                    .filter(seen -> !sight.hides(seen))
                    .findFirst()
                    .orElseThrow(() -> Refusal.malformed("不支持的查询条件：" + id));
            if (!typed.isBlank()) {
                search.matching(column, typed);
            }
        });
    }

    private static Page<RecordView> page(
            EntityManager em,
            String jurisdiction,
            RecordSearch search,
            Register<?> register,
            Sight sight,
            Query query) {
        requireSeen(sight, query.sort().by());
        Page<RecordEntity> found = search.page(query.sort(), query.cursor(), Page.limit(query.limit()));
        return new Page<>(views(em, jurisdiction, found.items(), register, sight), found.next());
    }

    /** Only by what is seen in clear: an order by another column would tell its values. */
    private static void requireSeen(Sight sight, String sort) {
        boolean seen = sort.isBlank()
                || sort.equals(CHANGED)
                || sight.columns().stream()
                        .filter(column -> !sight.hides(column))
                        .anyMatch(column -> column.id().equals(sort));
        if (!seen) {
            throw RegisterBrowser.notSortable(sort);
        }
    }

    private static List<RecordView> views(
            EntityManager em, String jurisdiction, List<RecordEntity> records, Register<?> register, Sight sight) {
        record Row(RecordEntity entity, Cells cells) {}
        List<Row> rows = records.stream()
                .map(entity -> new Row(entity, Cells.of(entity.data())))
                .toList();
        ReferredNames names = ReferredNames.of(
                em, jurisdiction, sight.columns(), rows.stream().map(Row::cells).toList());
        boolean statusSeen =
                register.statusColumn().filter(sight.columns()::contains).isPresent();
        return rows.stream()
                .map(row -> new RecordView(
                        row.entity().recordKey(),
                        statusSeen ? row.entity().statusCode() : "",
                        sight.values(row.cells()),
                        sight.labels(row.cells(), names),
                        row.entity().recordVersion(),
                        row.entity().changedAt()))
                .toList();
    }
}

package org.zhijian.core.internal.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.documents.Sheet;
import org.zhijian.core.documents.Sheet.Layout;
import org.zhijian.core.documents.Sheet.Line;
import org.zhijian.core.documents.Typesetter;
import org.zhijian.core.internal.cases.CasePrints;
import org.zhijian.core.internal.identity.AccountEvents;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.registers.PrintedRecords;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.DocumentEntity;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.words.Formats;
import org.zhijian.core.words.RecordWords;

/**
 * Printed documents. What is printed again unchanged keeps its code; whatever has changed gets a new one, and the old paper is known to be
 * outdated. Thread-safe.
 */
@Component(service = Documents.class)
public final class DocumentService implements Documents {
    private static final String HOUSE = "建设工程质量监督业务平台";
    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private final Transactions transactions;
    private final Time time;
    private final Settings settings;
    private final Catalogue catalogue;
    private final Cases cases;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Typesetter typesetter;

    @Activate
    public DocumentService(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference Settings settings,
            @Reference Catalogue catalogue,
            @Reference Cases cases) {
        this.transactions = transactions;
        this.time = time;
        this.settings = settings;
        this.catalogue = catalogue;
        this.cases = cases;
    }

    /** For tests and containers without injection of fields. */
    public DocumentService with(Typesetter value) {
        typesetter = value;
        return this;
    }

    @Override
    public Printed ofCase(Caller caller, String caseId) {
        CaseView view = cases.view(caller, caseId);
        String title = view.line().procedureTitle();
        String code = view.line().stage().state() == CaseState.DRAFT
                ? ""
                : transactions.write(em -> issueCase(em, caller, caseId, title));
        Sheet sheet = sheet(
                Layout.FILE,
                house(view.line().jurisdiction()),
                title,
                view.line().number(),
                CaseSheet.of(view),
                "",
                code);
        return new Printed(title + " " + view.line().number() + ".pdf", set(sheet));
    }

    private String issueCase(EntityManager em, Caller caller, String caseId, String title) {
        CaseEntity entity = CasePrints.locked(em, caseId);
        DocumentEntity document = keep(
                em,
                "CASE",
                entity.jurisdiction(),
                "",
                caseId,
                CasePrints.mark(entity),
                title,
                entity.number(),
                CasePrints.publicly(entity, title),
                caller);
        CasePrints.issued(em, entity, document.code(), caller, time.now());
        return document.code();
    }

    @Override
    public Printed ofRecord(Caller caller, String jurisdiction, String register, String key) {
        Admission.require(caller);
        Register<?> declared =
                catalogue.jurisdiction(jurisdiction).register(register).orElseThrow(Refusal::notFound);
        Printout printout = declared.printout().orElseThrow(Refusal::notFound);
        requireOffice(caller, jurisdiction);
        record Issued(String code, RecordView shown) {}
        Issued issued = transactions.write(em -> {
            RecordView shown = PrintedRecords.find(em, jurisdiction, declared, printout, key, false)
                    .orElseThrow(Refusal::notFound);
            requireAllowed(declared, printout, shown);
            DocumentEntity document = keep(
                    em,
                    "RECORD",
                    jurisdiction,
                    register,
                    key,
                    shown.version(),
                    printout.title(),
                    key,
                    verifiable(em, jurisdiction, declared, printout, key),
                    caller);
            AccountEntity account = AccountEvents.locked(em, caller.accountId());
            AccountEvents.CERTIFICATE_PRINTED.append(em, account, time.now(), caller, printout.title() + " " + key);
            return new Issued(document.code(), shown);
        });
        List<Line> lines = lines(declared, printout, issued.shown());
        Sheet sheet = sheet(
                Layout.CERTIFICATE,
                house(jurisdiction),
                printout.title(),
                key,
                List.of(new Sheet.Lines(lines)),
                printout.issuer(),
                issued.code());
        return new Printed(printout.title() + " " + key + ".pdf", set(sheet));
    }

    private void requireOffice(Caller caller, String jurisdiction) {
        boolean office = caller.kind() == Caller.Kind.OFFICE
                && caller.jurisdiction().equals(jurisdiction)
                && catalogue.jurisdiction(jurisdiction).offices().stream()
                        .anyMatch(known -> caller.offices().contains(known.id()));
        if (!office) {
            throw Refusal.forbidden("只有主管部门可以打印证书");
        }
    }

    private static void requireAllowed(Register<?> register, Printout printout, RecordView shown) {
        if (!printout.allows(shown.status())) {
            String status = register.statusColumn()
                    .map(column -> column.labelOf(shown.status()))
                    .orElse(shown.status());
            throw Refusal.conflict("NOT_PRINTABLE", "该记录当前状态为“" + status + "”，不能打印证书");
        }
    }

    private static List<Line> lines(Register<?> register, Printout printout, RecordView shown) {
        return PrintedRecords.columns(register, printout).stream()
                .map(column -> new Line(column.title(), RecordWords.of(column, shown)))
                .toList();
    }

    /** What a verifier sees of a record: what is printed of it, personal data masked, and its status. */
    private static List<Line> verifiable(
            EntityManager em, String jurisdiction, Register<?> register, Printout printout, String key) {
        List<String> columns = new java.util.ArrayList<>(printout.columns());
        register.statusColumn()
                .map(ColumnInfo::id)
                .filter(id -> !columns.contains(id))
                .ifPresent(columns::add);
        Printout withStatus = new Printout(printout.title(), printout.issuer(), columns, printout.statuses());
        return PrintedRecords.find(em, jurisdiction, register, withStatus, key, true)
                .map(view -> lines(register, withStatus, view))
                .orElse(List.of());
    }

    private DocumentEntity keep(
            EntityManager em,
            String kind,
            String jurisdiction,
            String register,
            String reference,
            long mark,
            String title,
            String number,
            List<Line> items,
            Caller caller) {
        Optional<DocumentEntity> known = em
                .createQuery(
                        "select d from DocumentEntity d where d.reference = :reference and d.mark = :mark"
                                + " and d.kind = :kind and d.jurisdiction = :jurisdiction and d.register = :register",
                        DocumentEntity.class)
                .setParameter("reference", reference)
                .setParameter("mark", mark)
                .setParameter("kind", kind)
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("register", register)
                .getResultList()
                .stream()
                .findFirst();
        return known.orElseGet(() -> {
            DocumentEntity document = new DocumentEntity(
                    VerificationCode.next(),
                    kind,
                    jurisdiction,
                    register,
                    reference,
                    mark,
                    house(jurisdiction),
                    title,
                    number,
                    Json.write(items),
                    time.now(),
                    caller.accountId());
            em.persist(document);
            return document;
        });
    }

    private String house(String jurisdiction) {
        return catalogue.jurisdictions().stream()
                .map(Catalogue.Entry::descriptor)
                .filter(descriptor -> descriptor.id().equals(jurisdiction))
                .map(descriptor -> descriptor.portal().name())
                .findFirst()
                .orElse(HOUSE);
    }

    private Sheet sheet(
            Layout layout,
            String house,
            String title,
            String number,
            List<Sheet.Block> blocks,
            String issuer,
            String code) {
        String address = code.isBlank() ? "" : settings.publicAddress() + "/verify/" + code;
        Instant now = time.now();
        return new Sheet(
                layout,
                house,
                title,
                number,
                blocks,
                issuer,
                layout == Layout.CERTIFICATE ? Formats.day(now) : Formats.minute(now),
                code.isBlank() ? "" : VerificationCode.grouped(code),
                address);
    }

    private byte[] set(Sheet sheet) {
        Typesetter setter = typesetter;
        if (setter == null) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "PRINTING_NOT_RUNNING", "打印服务未启动，请稍后再试");
        }
        return setter.pdf(sheet);
    }

    @Override
    public Verification verify(String code) {
        String plain = VerificationCode.plain(code);
        return transactions.read(em -> {
            DocumentEntity document = plain.isEmpty() ? null : em.find(DocumentEntity.class, plain);
            if (document == null) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "NOT_FOUND", "未查到该核验码对应的文件，请核对后重新输入，谨防伪造");
            }
            return document.kind().equals("CASE") ? ofCase(em, document) : ofRecord(em, document);
        });
    }

    private static Verification ofCase(EntityManager em, DocumentEntity document) {
        CaseEntity entity = em.find(CaseEntity.class, document.reference());
        if (entity == null) {
            return verification(document, State.CHANGED, Json.read(document.items(), LINES));
        }
        State state = CasePrints.mark(entity) == document.mark() ? State.CURRENT : State.CHANGED;
        return verification(document, state, CasePrints.publicly(entity, document.title()));
    }

    private Verification ofRecord(EntityManager em, DocumentEntity document) {
        Optional<Register<?>> register = catalogue.jurisdictions().stream()
                .map(Catalogue.Entry::descriptor)
                .filter(descriptor -> descriptor.id().equals(document.jurisdiction()))
                .findFirst()
                .flatMap(descriptor -> descriptor.register(document.register()));
        if (register.flatMap(Register::printout).isEmpty()) {
            return verification(document, State.UNCHECKED, Json.read(document.items(), LINES));
        }
        Register<?> declared = register.get();
        Printout printout = declared.printout().orElseThrow();
        Optional<RecordView> now =
                PrintedRecords.find(em, document.jurisdiction(), declared, printout, document.reference(), true);
        boolean same = now.filter(view -> view.version() == document.mark()).isPresent();
        List<Line> items = now.isPresent()
                ? verifiable(em, document.jurisdiction(), declared, printout, document.reference())
                : Json.read(document.items(), LINES);
        return verification(document, same ? State.CURRENT : State.CHANGED, items);
    }

    private static Verification verification(DocumentEntity document, State state, List<Line> items) {
        return new Verification(
                VerificationCode.grouped(document.code()),
                document.title(),
                document.number(),
                document.jurisdiction(),
                document.house(),
                document.issuedAt(),
                state,
                items);
    }
}

package org.zhijian.core.internal.documents;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zhijian.api.Descriptor;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
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
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.DocumentEntity;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.words.Formats;

/** Printed documents and what has become of what they say. Thread-safe. */
@Component(service = Documents.class)
public final class DocumentService implements Documents {
    private static final String HOUSE = "建设工程质量监督业务平台";
    private static final int READINGS = 3;
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

    /** For tests, where nobody injects fields. */
    public DocumentService with(Typesetter value) {
        typesetter = value;
        return this;
    }

    @Override
    public Printed ofCase(Caller caller, String caseId) {
        for (int reading = 1; ; reading++) {
            CaseView view = cases.view(caller, caseId);
            Optional<String> code = view.line().stage().state() == CaseState.DRAFT
                    ? Optional.of("")
                    : transactions.write(em -> issue(em, caller, view));
            if (code.isPresent()) {
                return print(view, code.get());
            }
            if (reading == READINGS) {
                throw Refusal.conflict("CASE_IS_MOVING", "该业务正在办理中，请稍后再打印");
            }
        }
    }

    /** The code of a print of the case as it was read; empty if it has moved on meanwhile. */
    private Optional<String> issue(EntityManager em, Caller caller, CaseView view) {
        CaseEntity entity = CasePrints.locked(em, view.line().id());
        if (!entity.changedAt().equals(view.line().changedAt())) {
            return Optional.empty();
        }
        String title = view.line().procedureTitle();
        Paper paper = new Paper(
                Paper.Kind.CASE,
                entity.jurisdiction(),
                "",
                entity.id(),
                CasePrints.mark(entity),
                house(entity.jurisdiction()),
                title,
                entity.number(),
                CasePrints.publicly(entity, title));
        String code = paper.issue(em, caller, time.now());
        CasePrints.issued(em, entity, code, caller, time.now());
        return Optional.of(code);
    }

    private Printed print(CaseView view, String code) {
        String title = view.line().procedureTitle();
        String number = view.line().number();
        String house = house(view.line().jurisdiction());
        String printedAt = Formats.minute(time.now());
        return set(new Sheet(
                Layout.FILE, house, title, number, CaseSheet.of(view), "", printedAt, shown(code), address(code)));
    }

    @Override
    public Printed ofRecord(Caller caller, String jurisdiction, String register, String key) {
        Admission.require(caller);
        Register<?> declared =
                catalogue.jurisdiction(jurisdiction).register(register).orElseThrow(Refusal::notFound);
        Printout printout = declared.printout().orElseThrow(Refusal::notFound);
        requireOffice(caller, catalogue.jurisdiction(jurisdiction));
        RecordPaper certificate = new RecordPaper(jurisdiction, declared, printout);
        return set(transactions.write(em -> issue(em, caller, certificate, key)));
    }

    /** A certificate that has its code and only waits to be set. */
    private Sheet issue(EntityManager em, Caller caller, RecordPaper certificate, String key) {
        String jurisdiction = certificate.jurisdiction();
        Printout printout = certificate.printout();
        RecordView shown = certificate.toPrint(em, key);
        String house = house(jurisdiction);
        Paper paper = new Paper(
                Paper.Kind.RECORD,
                jurisdiction,
                certificate.register().id(),
                key,
                shown.version(),
                house,
                printout.title(),
                key,
                certificate.verifiable(em, key));
        String code = paper.issue(em, caller, time.now());
        AccountEvents.CERTIFICATE_PRINTED.append(
                em, AccountEvents.locked(em, caller.accountId()), time.now(), caller, printout.title() + " " + key);
        List<Sheet.Block> blocks = List.of(new Sheet.Lines(certificate.lines(shown)));
        String day = Formats.day(time.now());
        return new Sheet(
                Layout.CERTIFICATE,
                house,
                printout.title(),
                key,
                blocks,
                printout.issuer(),
                day,
                shown(code),
                address(code));
    }

    private static void requireOffice(Caller caller, Descriptor jurisdiction) {
        boolean office = caller.kind() == Caller.Kind.OFFICE
                && caller.jurisdiction().equals(jurisdiction.id())
                && jurisdiction.offices().stream()
                        .anyMatch(known -> caller.offices().contains(known.id()));
        if (!office) {
            throw Refusal.forbidden("只有主管部门可以打印证书");
        }
    }

    private String house(String jurisdiction) {
        return running(jurisdiction)
                .map(descriptor -> descriptor.portal().name())
                .orElse(HOUSE);
    }

    private Optional<Descriptor> running(String jurisdiction) {
        return catalogue.jurisdictions().stream()
                .map(Catalogue.Entry::descriptor)
                .filter(descriptor -> descriptor.id().equals(jurisdiction))
                .findFirst();
    }

    private static String shown(String code) {
        return code.isBlank() ? "" : VerificationCode.grouped(code);
    }

    private String address(String code) {
        return code.isBlank() ? "" : settings.publicAddress() + "/verify/" + code;
    }

    private Printed set(Sheet sheet) {
        Typesetter setter = typesetter;
        if (setter == null) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "PRINTING_NOT_RUNNING", "打印服务未启动，请稍后再试");
        }
        return new Printed(sheet.title() + " " + sheet.number() + ".pdf", setter.pdf(sheet));
    }

    @Override
    public Verification verify(String code) {
        String plain = VerificationCode.plain(code);
        return transactions.read(em -> {
            DocumentEntity document = plain.isEmpty() ? null : em.find(DocumentEntity.class, plain);
            if (document == null) {
                throw new Refusal(Refusal.Kind.NOT_FOUND, "NOT_FOUND", "未查到该核验码对应的文件，请核对后重新输入，谨防伪造");
            }
            return switch (Paper.Kind.valueOf(document.kind())) {
                case CASE -> ofCase(em, document);
                case RECORD -> ofRecord(em, document);
            };
        });
    }

    private static Verification ofCase(EntityManager em, DocumentEntity document) {
        CaseEntity entity = em.find(CaseEntity.class, document.reference());
        if (entity == null) {
            return verification(document, State.CHANGED, asPrinted(document));
        }
        State state = CasePrints.mark(entity) == document.mark() ? State.CURRENT : State.CHANGED;
        return verification(document, state, CasePrints.publicly(entity, document.title()));
    }

    private Verification ofRecord(EntityManager em, DocumentEntity document) {
        Optional<RecordPaper> certificate = running(document.jurisdiction())
                .flatMap(descriptor -> descriptor.register(document.register()))
                .flatMap(register -> register.printout()
                        .map(printout -> new RecordPaper(document.jurisdiction(), register, printout)));
        if (certificate.isEmpty()) {
            return verification(document, State.UNCHECKED, asPrinted(document));
        }
        List<Line> now = certificate.get().verifiable(em, document.reference());
        boolean unchanged = certificate.get().isUnchanged(em, document.reference(), document.mark());
        return verification(
                document, unchanged ? State.CURRENT : State.CHANGED, now.isEmpty() ? asPrinted(document) : now);
    }

    private static List<Line> asPrinted(DocumentEntity document) {
        return Json.read(document.items(), LINES);
    }

    private static Verification verification(DocumentEntity document, State state, List<Line> items) {
        return new Verification(
                shown(document.code()),
                document.title(),
                document.number(),
                document.jurisdiction(),
                document.house(),
                document.issuedAt(),
                state,
                items);
    }
}

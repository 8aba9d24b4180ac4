package org.zhijian.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Problem;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Stage;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.register.Register;
import org.zhijian.api.registration.Registration;
import org.zhijian.api.signin.MobileChange;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.agencies.Agencies;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.audit.Entry;
import org.zhijian.core.audit.Verification;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.CaseLine;
import org.zhijian.core.cases.CaseQuery;
import org.zhijian.core.cases.CaseView;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.Content;
import org.zhijian.core.cases.LogEntry;
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.StepView;
import org.zhijian.core.cases.TaskLine;
import org.zhijian.core.cases.TaskQuery;
import org.zhijian.core.cases.TaskView;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.cases.Verdict;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.documents.Sheet;
import org.zhijian.core.events.Events;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.Session;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.core.modules.Impact;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Migrations;
import org.zhijian.core.modules.ModuleState;
import org.zhijian.core.modules.Purged;
import org.zhijian.core.notices.Announcements;
import org.zhijian.core.notices.Delivery;
import org.zhijian.core.notices.Medium;
import org.zhijian.core.notices.Messages;
import org.zhijian.core.notices.OutgoingMessages;
import org.zhijian.core.registers.RecordActs;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.registration.Application;
import org.zhijian.core.registration.Receipt;
import org.zhijian.core.registration.RegisterImports;
import org.zhijian.core.registration.Registrations;

/** The core's services as far as the contract needs something behind it: they remember what they were asked and answer the same each time. */
final class FakeCore {
    static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");
    static final String CONTENT = "附件内容";

    /** What came in last, by name; several calls of one test never run at once. */
    final Map<String, Object> seen = new LinkedHashMap<>();

    final List<Descriptor> installed = new ArrayList<>(List.of(SampleJurisdiction.DESCRIPTOR));
    final List<Runnable> listeners = new ArrayList<>();
    final List<Installation.Check> checks =
            new ArrayList<>(List.of(new Installation.Check("database", "数据库", true, "")));
    RuntimeException failure;

    Services services() {
        return new Services(
                new FakeSignIn(),
                new FakeQrSignIn(),
                new FakeUsbKeySignIn(),
                new FakePlatformSignIn(),
                (question, address) ->
                        List.of(new org.zhijian.core.identity.LoginNames.Found("施工单位", question.name(), "139****0001")),
                new FakeMobileChanges(),
                new FakeSignInMeans(),
                new FakeCatalogue(),
                new FakeCases(),
                new FakeTasks(),
                new FakeOffice.OfAssignments(),
                new FakeOffice.OfCoReviews(),
                new FakeOffice.OfDelegations(),
                new FakeOffice.OfCalendar(),
                new FakeOffice.OfDictionaries(),
                new FakeRegisters(),
                new FakeActs(),
                new FakeExports(seen),
                new FakeAgencies(),
                new FakeAnnouncements(),
                new FakeDocuments(),
                new FakeRegistrations(),
                new FakeAdministration(),
                new FakeAudit(),
                new FakeImports(),
                new Communication(
                        new FakeMessages(),
                        new FakeEvents(),
                        new FakeOutgoing(),
                        new FakeIntake(seen),
                        new FakeIntake(seen)),
                new FakeInstallation(),
                new FakeMigrations());
    }

    static Caller caller(Caller.Kind kind, boolean mustChange) {
        return new Caller(kind, "a-1", "j1", "某单位", "sample", "org-1", "", Set.of("city"), mustChange, "127.0.0.1");
    }

    private final class FakeAgencies implements Agencies {
        private final Grant grant = new Grant("agency", "sample", Right.REGISTER, "licences", MORNING);
        private final Client client = new Client("agency", "接入方", true, List.of(grant));

        @Override
        public List<Client> clients(Caller caller) {
            return List.of(client);
        }

        @Override
        public Opened open(Caller caller, Once once, String clientId, String name) {
            return new Opened(new Client(clientId, name, true, List.of()), "s3cret");
        }

        @Override
        public Opened renewSecret(Caller caller, Once once, String clientId) {
            return new Opened(client, "s3cret");
        }

        @Override
        public Client activate(Caller caller, Once once, String clientId, boolean active) {
            return new Client(clientId, "接入方", active, List.of());
        }

        @Override
        public List<Grant> grants(Caller caller, String jurisdiction) {
            return List.of(grant);
        }

        @Override
        public void grant(Caller caller, Once once, String jurisdiction, String clientId, Right right, String object) {
            seen.put("granted", clientId + " " + right + " " + object);
        }

        @Override
        public void revoke(Caller caller, Once once, String jurisdiction, String clientId, Right right, String object) {
            seen.put("revoked", clientId + " " + right + " " + object);
        }
    }

    private final class FakeAudit implements Audit {
        private final Verification done = new Verification(
                "v-1",
                MORNING,
                "系统管理员",
                MORNING,
                Verification.State.BROKEN,
                1,
                2,
                3,
                List.of(new Verification.Finding(Verification.Kind.EDITED, "c-1", 2, "第 2 条被改动")));
        private final Checkpoint checkpoint = new Checkpoint(1, MORNING, 2, "1:abc", "key");

        @Override
        public Verification verify(Caller caller, String anchor) {
            seen.put("anchor", anchor);
            return done;
        }

        @Override
        public Optional<Verification> verification(Caller caller) {
            return Optional.of(done);
        }

        @Override
        public Verification verifyNow() {
            return done;
        }

        @Override
        public Optional<Checkpoint> seal(Caller caller) {
            return Optional.of(checkpoint);
        }

        @Override
        public Optional<Checkpoint> lastCheckpoint(Caller caller) {
            return Optional.of(checkpoint);
        }

        @Override
        public String publicKey(Caller caller) {
            return "-----BEGIN PUBLIC KEY-----";
        }

        @Override
        public Page<Entry> entries(Caller caller, Span span, String cursor, int limit) {
            seen.put("span", span);
            Entry entry =
                    new Entry("c-1", 1, MORNING, "a-1", "某单位", "127.0.0.1", "SUBMIT", "提交", "", 1, "", "", "hash");
            return new Page<>(List.of(entry), "");
        }

        @Override
        public Export export(Caller caller, Span span, Format format) {
            seen.put("span", span);
            return out -> out.write(format.name().getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class FakeActs implements RecordActs {
        @Override
        public List<Offered> of(Caller caller, String jurisdiction, String register, String key) {
            return List.of(new Offered("change", "变更", "transfer"));
        }

        @Override
        public CaseView start(Caller caller, Once once, String jurisdiction, String register, String key, String act) {
            seen.put("act", register + "/" + key + "/" + act);
            return new FakeCases().start(caller, once, jurisdiction, "transfer", FormData.EMPTY);
        }
    }

    private final class FakeSignIn implements SignIn {
        @Override
        public void requireCaptcha(String portal, Captcha.Answer captcha) {
            seen.put("captcha", captcha);
        }

        @Override
        public Captcha captcha() {
            return new Captcha("c-1", new byte[] {1}, Duration.ofSeconds(180));
        }

        @Override
        public void sendCode(String portal, String loginName, Captcha.Answer captcha, String address) {
            seen.put("codeFor", loginName);
        }

        @Override
        public Session byCode(String portal, String loginName, String code, String address) {
            seen.put("code", code);
            return new Session("good", Duration.ofMinutes(30), FakeCore.caller(Caller.Kind.ORGANISATION, false));
        }

        @Override
        public Session byPassword(
                String portal, String loginName, String password, Captcha.Answer captcha, String address) {
            seen.put("portal", portal);
            seen.put("captcha", captcha);
            if (!password.equals("right")) {
                throw Refusal.unauthenticated("用户名或密码错误");
            }
            return new Session("good", Duration.ofHours(8), FakeCore.caller(Caller.Kind.ORGANISATION, false));
        }

        @Override
        public Session byClientSecret(String clientId, String clientSecret, String address) {
            return new Session("agency", Duration.ofHours(1), FakeCore.caller(Caller.Kind.AGENCY, false));
        }

        @Override
        public Optional<Caller> caller(String token, String address) {
            return switch (token) {
                case "good" -> Optional.of(FakeCore.caller(Caller.Kind.ORGANISATION, false));
                case "fresh" -> Optional.of(FakeCore.caller(Caller.Kind.ORGANISATION, true));
                case "operator" -> Optional.of(FakeCore.caller(Caller.Kind.OPERATOR, false));
                default -> Optional.empty();
            };
        }

        @Override
        public void signOut(String token) {
            seen.put("signedOut", token);
        }

        @Override
        public void changePassword(Caller caller, String oldPassword, String newPassword) {
            seen.put("newPassword", newPassword);
        }
    }

    private final class FakeQrSignIn implements QrSignIn {
        @Override
        public Started start(String portal) {
            return new Started("q-1", "secret", Duration.ofSeconds(120));
        }

        @Override
        public Progress progress(String id, String secret) {
            return new Progress(State.CONFIRMED, secret.equals("secret") ? "ticket" : "");
        }

        @Override
        public List<Role> scan(Caller caller, String id) {
            return List.of(new Role("a-1", "j1", "某单位（j1）", false, "待审核", false));
        }

        @Override
        public void confirm(Caller caller, String id, String accountId) {
            seen.put("role", accountId);
        }

        @Override
        public void cancel(Caller caller, String id) {
            seen.put("cancelled", id);
        }

        @Override
        public Session redeem(String id, String ticket, String address) {
            seen.put("ticket", ticket);
            return new Session("good", Duration.ofMinutes(30), FakeCore.caller(Caller.Kind.ORGANISATION, false));
        }
    }

    private final class FakePlatformSignIn implements PlatformSignIn {
        @Override
        public Optional<String> platformOf(String portal) {
            return Optional.of("政务服务平台");
        }

        @Override
        public Started start(String portal) {
            return new Started("state", java.net.URI.create("https://platform.example/"), Duration.ofMinutes(10));
        }

        @Override
        public Session redeem(String state, String ticket, String address) {
            seen.put("platform", state + " " + ticket);
            return new Session("good", Duration.ofMinutes(30), FakeCore.caller(Caller.Kind.PERSON, false));
        }
    }

    private final class FakeUsbKeySignIn implements UsbKeySignIn {
        @Override
        public Optional<SoftwareLock> demonstrationLock(String serial) {
            return Optional.empty();
        }

        @Override
        public Challenge challenge(String serial) {
            return new Challenge("nonce", Duration.ofSeconds(120));
        }

        @Override
        public Session verify(Proof proof, String address) {
            seen.put("proof", proof);
            return new Session("good", Duration.ofMinutes(30), FakeCore.caller(Caller.Kind.ORGANISATION, false));
        }
    }

    private final class FakeMobileChanges implements MobileChanges {
        @Override
        public Standing standing(Caller caller) {
            return new Standing("139****0001", MobileChange.AFTER_APPROVAL, Optional.of("139****0002"));
        }

        @Override
        public void sendOldCode(Caller caller) {
            seen.put("oldCode", caller.accountId());
        }

        @Override
        public String prove(Caller caller, String code) {
            return "proof";
        }

        @Override
        public void sendNewCode(Caller caller, String proof, String newMobile) {
            seen.put("newCode", newMobile);
        }

        @Override
        public boolean change(Caller caller, String proof, String newMobile, String code) {
            return false;
        }

        @Override
        public List<Waiting> waiting(Caller caller, String jurisdiction) {
            return List.of(new Waiting("m-1", "a-1", "j1", "某单位（j1）", "139****0001", "139****0002", MORNING));
        }

        @Override
        public void decide(Caller caller, Once once, String jurisdiction, String id, boolean approved, String opinion) {
            seen.put("decided", id + " " + approved + " " + opinion);
        }
    }

    private final class FakeSignInMeans implements SignInMeans {
        @Override
        public boolean administers(Caller caller, String jurisdiction) {
            return true;
        }

        @Override
        public Page<Line> list(Caller caller, String jurisdiction, String text, String cursor, int limit) {
            return new Page<>(List.of(new Line("a-1", "j1", "某单位（j1）", "139****0001", "")), "");
        }

        @Override
        public void changeMobile(
                Caller caller, Once once, String jurisdiction, String accountId, String mobile, String proof) {
            seen.put("window", mobile + " " + proof);
        }

        @Override
        public void bindUsbKey(Caller caller, Once once, String jurisdiction, String accountId, String serial) {
            seen.put("bound", serial);
        }

        @Override
        public void unbindUsbKey(Caller caller, Once once, String jurisdiction, String accountId) {
            seen.put("unbound", accountId);
        }
    }

    private final class FakeCatalogue implements Catalogue {
        @Override
        public List<Entry> jurisdictions() {
            return installed.stream()
                    .map(descriptor -> new Entry(descriptor, "1.0.0", ModuleState.RUNNING))
                    .toList();
        }

        @Override
        public Optional<Entry> known(String jurisdiction) {
            return jurisdictions().stream()
                    .filter(entry -> entry.descriptor().id().equals(jurisdiction))
                    .findFirst();
        }

        @Override
        public Descriptor jurisdiction(String jurisdiction) {
            return installed.stream()
                    .filter(descriptor -> descriptor.id().equals(jurisdiction))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        }

        @Override
        public Procedure procedure(String jurisdiction, String procedure) {
            return jurisdiction(jurisdiction).procedure(procedure).orElseThrow(Refusal::notFound);
        }

        @Override
        public String versionOf(String jurisdiction, String procedure) {
            return "abc123";
        }

        @Override
        public List<Offer> offers(Caller caller) {
            return List.of();
        }

        @Override
        public Page<Option> options(
                Caller caller,
                String jurisdiction,
                String procedure,
                String field,
                FormData form,
                String text,
                String cursor) {
            seen.put("form", form);
            return new Page<>(List.of(new Option("p-1", "张*")), "2");
        }

        @Override
        public List<Option> preselected(
                Caller caller, String jurisdiction, String procedure, String field, FormData form) {
            return List.of();
        }
    }

    private final class FakeCases implements Cases {
        @Override
        public CaseView start(Caller caller, Once once, String jurisdiction, String procedure, FormData form) {
            seen.put("once", once);
            seen.put("form", form);
            if (failure != null) {
                throw failure;
            }
            return caseView(form);
        }

        @Override
        public CaseView submit(Caller caller, Once once, String jurisdiction, String procedure, FormData form) {
            seen.put("submitted", form);
            return caseView(form);
        }

        @Override
        public CaseView save(Caller caller, Once once, String caseId, FormData form) {
            seen.put("form", form);
            return caseView(form);
        }

        @Override
        public void delete(Caller caller, Once once, String caseId) {
            seen.put("deleted", caseId);
        }

        @Override
        public CaseView submit(Caller caller, Once once, String caseId) {
            throw Refusal.invalid(List.of(
                    new Violation("reason", "REQUIRED", "请填写调动原因", "办法第三条"),
                    Violation.of("contract", "ATT-02", "请上传劳动合同")));
        }

        @Override
        public CaseView withdraw(Caller caller, Once once, String caseId) {
            throw Refusal.conflict("WITHDRAWAL_OVER", "该业务已开始审核，不能撤回");
        }

        @Override
        public CaseView reveal(Caller caller, String caseId) {
            seen.put("revealed", caseId);
            return view(caller, caseId);
        }

        @Override
        public CaseView view(Caller caller, String caseId) {
            if (!caseId.equals("c-1")) {
                throw Refusal.notFound();
            }
            return caseView(FormData.EMPTY.with("reason", "搬家"));
        }

        @Override
        public Page<CaseLine> list(Caller caller, CaseQuery query) {
            seen.put("query", query);
            return new Page<>(List.of(line()), "");
        }

        @Override
        public AttachmentView attach(Caller caller, Once once, String caseId, Upload upload) {
            return attached(upload);
        }

        @Override
        public void detach(Caller caller, Once once, String caseId, int n) {
            seen.put("detached", n);
        }

        @Override
        public void arrange(Caller caller, Once once, String caseId, String slot, List<Integer> order) {
            seen.put("arranged", slot + order);
        }

        @Override
        public Content content(Caller caller, String caseId, int n) {
            byte[] bytes = CONTENT.getBytes(StandardCharsets.UTF_8);
            return new Content(attachment("contract", "合同 1.pdf", bytes.length), new ByteArrayInputStream(bytes));
        }
    }

    private AttachmentView attached(Upload upload) {
        try {
            seen.put("content", upload.content().readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        seen.put("fileName", upload.fileName());
        return attachment(upload.slot(), upload.fileName(), ((byte[]) seen.get("content")).length);
    }

    private static AttachmentView attachment(String slot, String fileName, long size) {
        return new AttachmentView(
                1, slot, fileName, "application/pdf", size, "00", 1, true, 0, ScanQuality.UNKNOWN, MORNING);
    }

    static CaseLine line() {
        return new CaseLine(
                "c-1",
                "SA2026000001",
                "sample",
                "transfer",
                "人员调动",
                "某单位",
                Stage.of(CaseState.DRAFT),
                "",
                MORNING,
                null,
                MORNING,
                List.of());
    }

    static CaseView caseView(FormData form) {
        return new CaseView(
                line(),
                SampleJurisdiction.TRANSFER,
                "abc123",
                1,
                form,
                Map.of("review", FormData.EMPTY.with("basis", "第三条")),
                Map.of("person", "张*"),
                Set.of(),
                List.of(attachment("contract", "合同 1.pdf", 3)),
                List.of(new StepView(
                        "review", "市审核", StepView.Progress.WAITING, List.of(new StepView.Seat("市住建局", "")))),
                List.of(taskLine()),
                Set.of("t-1"),
                List.of(new LogEntry(1, MORNING, "某单位", "保存", "", "", 1)),
                List.of(Finding.error("R-1", "reason", "请填写调动原因").restingOn("办法第三条")),
                Optional.empty(),
                List.of(),
                Set.of(CaseView.Act.EDIT, CaseView.Act.SUBMIT),
                "");
    }

    static TaskLine taskLine() {
        return new TaskLine(
                "t-1",
                "c-1",
                "SA2026000001",
                "sample",
                "transfer",
                "人员调动",
                "某单位",
                "review",
                "市审核",
                "市住建局",
                new Stage(CaseState.PENDING, "待市审核"),
                MORNING,
                MORNING,
                LocalDate.of(2026, 11, 30),
                5,
                false,
                TaskLine.Handling.NONE);
    }

    private final class FakeTasks implements Tasks {
        @Override
        public Page<TaskLine> list(Caller caller, TaskQuery query) {
            seen.put("query", query);
            return new Page<>(List.of(taskLine()), "more");
        }

        @Override
        public Map<TaskQuery.Box, Integer> counts(Caller caller) {
            return Map.of();
        }

        @Override
        public Map<String, Integer> waiting(Caller caller) {
            return Map.of();
        }

        @Override
        public TaskView view(Caller caller, String taskId) {
            var step = SampleJurisdiction.TRANSFER.step("review").orElseThrow();
            return new TaskView(
                    taskLine(),
                    step,
                    step.decisions(),
                    List.of(),
                    List.of(Finding.passed("R-2", "合同在有效期内")),
                    List.of());
        }

        @Override
        public CaseView decide(Caller caller, Once once, String taskId, Verdict verdict) {
            seen.put("verdict", verdict);
            return caseView(FormData.EMPTY);
        }

        @Override
        public AttachmentView attach(Caller caller, Once once, String taskId, Upload upload) {
            return attached(upload);
        }

        @Override
        public void detach(Caller caller, Once once, String taskId, int n) {
            seen.put("detached", n);
        }

        @Override
        public void arrange(Caller caller, Once once, String taskId, String slot, List<Integer> order) {
            seen.put("arranged", slot + order);
        }
    }

    private final class FakeRegisters implements RegisterBrowser {
        @Override
        public Register<?> register(String jurisdiction, String register) {
            return SampleJurisdiction.DESCRIPTOR.register(register).orElseThrow(Refusal::notFound);
        }

        @Override
        public List<Register.ColumnInfo> columns(String jurisdiction, String register) {
            return register(jurisdiction, register).columns();
        }

        @Override
        public Page<RecordView> search(Caller caller, String jurisdiction, String register, Query query) {
            seen.put("query", query);
            return new Page<>(List.of(licence()), "");
        }

        @Override
        public RecordView reveal(Caller caller, String jurisdiction, String register, String key) {
            seen.put("revealed", key);
            return find(caller, jurisdiction, register, key);
        }

        @Override
        public RecordView find(Caller caller, String jurisdiction, String register, String key) {
            return licence();
        }

        @Override
        public List<RecordView> history(Caller caller, String jurisdiction, String register, String key) {
            return List.of(licence());
        }

        @Override
        public Page<RecordView> searchPublic(String jurisdiction, String register, Query query) {
            seen.put("query", query);
            return new Page<>(List.of(licence()), "");
        }
    }

    private static RecordView licence() {
        return new RecordView(
                "L1",
                "RED",
                Map.of("number", "L1", "colour", "RED", "amount", new BigDecimal("12.50")),
                Map.of("colour", "红"),
                2,
                MORNING);
    }

    private final class FakeDocuments implements Documents {
        @Override
        public Printed ofCase(Caller caller, String caseId) {
            seen.put("print", caseId);
            return new Printed("办件 1.pdf", "%PDF".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public Printed ofRecord(Caller caller, String jurisdiction, String register, String key) {
            seen.put("print", key);
            return new Printed("证书 1.pdf", "%PDF".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public Verification verify(String code) {
            seen.put("verify", code);
            return new Verification(
                    code, "证书", "1", "sample", "示例系统", MORNING, State.CURRENT, List.of(new Sheet.Line("持证人", "张*")));
        }
    }

    private static final class FakeAnnouncements implements Announcements {
        private static final Published ONE =
                new Published("n-1", "sample", Category.RESULT, "变更", "人员变更公告", "张*", "总站", MORNING, MORNING, null);

        @Override
        public Page<Published> list(String jurisdiction, String cursor, int limit) {
            return new Page<>(List.of(ONE), "");
        }

        @Override
        public Optional<Published> find(String id) {
            return Optional.of(ONE).filter(one -> one.id().equals(id));
        }

        @Override
        public Page<Published> since(String jurisdiction, Instant since, String cursor, int limit) {
            return new Page<>(since.isAfter(MORNING) ? List.of() : List.of(ONE), "");
        }

        @Override
        public boolean mayPublish(Caller caller, String jurisdiction) {
            return true;
        }

        @Override
        public boolean mayWithdraw(Caller caller, String id) {
            return true;
        }

        @Override
        public Published publish(Caller caller, Once once, String jurisdiction, String title, String body) {
            return new Published("n-2", jurisdiction, Category.NOTICE, "通知", title, body, "总站", MORNING, MORNING, null);
        }

        @Override
        public Published withdraw(Caller caller, Once once, String id, String reason) {
            return new Published(id, "sample", Category.RESULT, "变更", "人员变更公告", "", "总站", MORNING, MORNING, MORNING);
        }
    }

    private static final class FakeMessages implements Messages {
        private static final Message ONE = new Message("m-1", "TASK", "新的待办：许可 1", "某单位", "", MORNING, false);

        @Override
        public Page<Message> list(Caller caller, boolean unreadOnly, String cursor, int limit) {
            return new Page<>(unreadOnly ? List.of() : List.of(ONE), "");
        }

        @Override
        public int unread(Caller caller) {
            return 3;
        }

        @Override
        public void read(Caller caller, Once once, String id) {
            if (!id.equals(ONE.id())) {
                throw Refusal.notFound();
            }
        }

        @Override
        public void readAll(Caller caller, Once once) {}

        @Override
        public AutoCloseable onChange(Caller caller, Runnable listener) {
            return () -> {};
        }
    }

    private final class FakeEvents implements Events {
        @Override
        public Page<Change> after(Caller caller, String cursor, int limit) {
            Change change = new Change(
                    "e-1", "sample", Kind.CASE, "permit", "c-1", "SUBMIT", Map.of("state", "PENDING"), MORNING);
            return new Page<>(cursor.isBlank() ? List.of(change) : List.of(), "behind");
        }

        @Override
        public Client grant(Caller caller, Once once, String clientId, List<Grant> grants) {
            seen.put("grants", grants);
            return new Client(clientId, "接入方", grants);
        }
    }

    private final class FakeOutgoing implements OutgoingMessages {
        private final Outgoing one = new Outgoing(
                "o-1",
                "c-1",
                Medium.SMS,
                "sample",
                "139****0001",
                "XX_TOLD",
                "告知",
                "",
                Delivery.DEAD,
                5,
                MORNING,
                null,
                MORNING,
                "运营商无应答",
                false);

        @Override
        public boolean maySee(Caller caller) {
            return true;
        }

        @Override
        public Page<Outgoing> list(Caller caller, Query query) {
            seen.put("outgoing", query);
            return new Page<>(List.of(one), "");
        }

        @Override
        public Map<Delivery, Long> counts(Caller caller, String jurisdiction) {
            return Map.of();
        }

        @Override
        public Outgoing replay(Caller caller, Once once, String id, String reason) {
            seen.put("reason", reason);
            return one;
        }

        @Override
        public Outgoing abandon(Caller caller, Once once, String id, String reason) {
            return one;
        }
    }

    private final class FakeRegistrations implements Registrations {
        @Override
        public List<Registration> of(Caller caller, String jurisdiction) {
            return SampleJurisdiction.DESCRIPTOR.registrations();
        }

        @Override
        public Registration registration(String jurisdiction, String registration) {
            return SampleJurisdiction.DESCRIPTOR.registration(registration).orElseThrow(Refusal::notFound);
        }

        @Override
        public Receipt register(Caller caller, Once once, String jurisdiction, Application application) {
            seen.put("application", application);
            application.files().forEach(FakeCore.this::attached);
            return status(jurisdiction, "r-1");
        }

        @Override
        public Optional<FormData> lookUp(Caller caller, String jurisdiction, String registration, FormData form) {
            return form.has("uscc") ? Optional.of(form.with("orgName", "苏州示例监理有限公司")) : Optional.empty();
        }

        @Override
        public Receipt status(String jurisdiction, String id) {
            return new Receipt(
                    id,
                    "SA2026000002",
                    Stage.of(CaseState.CLOSED),
                    "注册成功",
                    List.of(new Receipt.Login("sljzwyj", "Abcd2345")));
        }
    }

    private final class FakeImports implements RegisterImports {
        @Override
        public List<String> headings(Caller caller, String jurisdiction, String registration) {
            return List.of("单位名称*");
        }

        @Override
        public Report takeOver(Caller caller, String jurisdiction, Upload file) {
            attached(file);
            return new Report(file.fileName(), 1, 1, List.of(new Refused(3, "登录名", "该登录名已被使用")));
        }
    }

    private final class FakeAdministration implements Administration {
        private final AccountLine line = new AccountLine(
                "a-9",
                "wang",
                Caller.Kind.OFFICE,
                "王审",
                "",
                "",
                List.of("市住建局"),
                List.of("city"),
                "139****0001",
                "",
                Status.ACTIVE,
                true,
                MORNING);

        @Override
        public boolean administers(Caller caller, String jurisdiction) {
            return true;
        }

        @Override
        public List<OfficeLine> offices(Caller caller, String jurisdiction) {
            return List.of(new OfficeLine("city", "市住建局", "市", 1));
        }

        @Override
        public Page<AccountLine> accounts(Caller caller, String jurisdiction, Administration.Query query) {
            seen.put("query", query);
            return new Page<>(List.of(line), "");
        }

        @Override
        public AccountLine account(Caller caller, String jurisdiction, String id) {
            if (!id.equals(line.id())) {
                throw Refusal.notFound();
            }
            return line;
        }

        @Override
        public Issued open(Caller caller, Once once, String jurisdiction, NewAccount account) {
            seen.put("account", account);
            return new Issued(line, "Abcd2345");
        }

        @Override
        public AccountLine disable(Caller caller, Once once, String jurisdiction, String id, String reason) {
            seen.put("reason", reason);
            return line;
        }

        @Override
        public AccountLine enable(Caller caller, Once once, String jurisdiction, String id) {
            return line;
        }

        @Override
        public AccountLine unlock(Caller caller, Once once, String jurisdiction, String id) {
            return line;
        }

        @Override
        public Issued resetPassword(Caller caller, Once once, String jurisdiction, String id) {
            return new Issued(line, "");
        }

        @Override
        public AccountLine assign(Caller caller, Once once, String jurisdiction, String id, Set<String> offices) {
            seen.put("offices", offices);
            return line;
        }
    }

    private static final class FakeMigrations implements Migrations {
        @Override
        public Outcome preview(Caller caller, String id) {
            return new Outcome(
                    id,
                    "1.1.0",
                    List.of(new Move("permit", "许可", "1.0.0", 2)),
                    1,
                    List.of(new Stay("c-1", "SP-2026-000001", "许可", "新版本没有这一事项")));
        }

        @Override
        public Outcome run(Caller caller, String id) {
            return preview(caller, id);
        }
    }

    private final class FakeInstallation implements Installation {
        @Override
        public boolean demonstration() {
            return true;
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 11, 23);
        }

        @Override
        public List<Check> readiness() {
            return checks;
        }

        @Override
        public List<Module> modules(Caller caller) {
            if (caller.kind() != Caller.Kind.OPERATOR) {
                throw Refusal.forbidden("仅系统管理员可以管理模块");
            }
            return List.of(new Module(
                    "sample",
                    "示范市",
                    "1.0.0",
                    ModuleState.REJECTED,
                    List.of(new Problem("清单 Require-Capability", "缺少能力 org.zhijian.platform", "请升级平台")),
                    0));
        }

        @Override
        public List<Module> why(Caller caller, String id) {
            return modules(caller);
        }

        @Override
        public Purged purge(Caller caller, String id, String confirmation) {
            return new Purged(id, 2, 3, 4);
        }

        @Override
        public List<Module> resume(Caller caller, String id) {
            return why(caller, id);
        }

        @Override
        public Impact impact(Caller caller, String id) {
            return new Impact(id, "示范市", List.of(new Impact.Count("PENDING", "待审核", 2)), 2, List.of());
        }

        @Override
        public List<Problem> examine(Caller caller, InputStream jar) {
            return List.of(new Problem("jar 文件", "不是可读的 jar 文件", "请重新上传"));
        }

        @Override
        public Module install(Caller caller, InputStream jar) {
            return modules(caller).get(0);
        }

        @Override
        public void remove(Caller caller, String id, String version) {
            throw Refusal.notFound();
        }

        @Override
        public AutoCloseable onChange(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}

package org.zhijian.core.internal.intake;

import static org.zhijian.api.form.Fields.idNumber;
import static org.zhijian.api.form.Fields.text;
import static org.zhijian.api.form.Fields.whole;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhijian.api.Descriptor;
import org.zhijian.api.directory.Office;
import org.zhijian.api.form.Fields;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.intake.IncomingMessages.Query;
import org.zhijian.core.intake.ReceiptState;
import org.zhijian.core.intake.Reception.Acknowledgement;
import org.zhijian.core.internal.agency.Grants;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.registers.RegistersView;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;

/** A town whose authority is told of works and of permits by another system, with the desk of whoever answers for it. */
final class IntakeScene {
    /** Works as the town keeps them. */
    record Works(
            @Column(value = "编号", key = true) String id,
            @Column(value = "名称") String name,
            @Column(value = "负责人", index = true) String manager,
            @Column(value = "版本") int version) {}

    /** What the town answers. */
    record Result(String worksId, long version, int attempt, boolean accepted) {}

    static final Register<Works> WORKS = Register.register("works", "工程", Works.class);

    static final Channel<Result> RESULT = Channel.channel(
            "results", "报送结果", Result.class, it -> it.worksId() + "/" + it.version() + "/" + it.attempt());

    static final Form FORM = Form.of(
            text("worksId", "工程编号", 30).required(),
            whole("version", "版本", 1, 1_000_000).required(),
            text("name", "工程名称", 100).required(),
            idNumber("manager", "负责人身份证号").required(),
            Fields.table("people", "人员", 0, 10, text("name", "姓名", 20).required(), idNumber("idNo", "身份证号")));

    final String jurisdiction = "town-" + Ids.next().substring(24);
    final Transactions transactions;
    final Modules modules;
    final Writes writes;
    final TestClock clock = new TestClock();
    final AtomicInteger judged = new AtomicInteger();
    final Caller agency;
    final Caller stranger;
    final Caller head;
    final Caller operator;
    final ReceptionService reception;
    final IncomingService incoming;
    private final Judge judge;
    private volatile boolean running = true;
    private volatile Descriptor town;

    IntakeScene(Database database) {
        transactions = new Transactions(database);
        town = town(works());
        modules = new OneTownOrNone();
        writes = new Writes(transactions, clock.time());
        reception = new ReceptionService(modules, transactions, writes, clock.time());
        incoming = new IncomingService(transactions, writes, modules, clock.time());
        judge = new Judge(modules, clock.time());
        transactions.run(em -> Channels.keep(em, town));
        agency = account(Caller.Kind.AGENCY, "");
        stranger = account(Caller.Kind.AGENCY, "");
        head = account(Caller.Kind.OFFICE, jurisdiction + "-head");
        operator = account(Caller.Kind.OPERATOR, "");
        grant(agency, "works");
        grant(agency, "permits");
    }

    private Descriptor town(Intake works) {
        return Descriptor.jurisdiction(jurisdiction, "示例镇")
                .offices(List.of(Office.office(jurisdiction + "-head", "示例镇质监站", Office.Level.COUNTY, "320281")
                        .overseeing()))
                .registers(WORKS)
                .channels(RESULT)
                .intakes(works, permits())
                .build();
    }

    /** A manager leads one works at a time. */
    Intake works() {
        return Intake.channel("works", "工程报送", FORM, "worksId")
                .versionedBy("version")
                .about(facts -> Set.of(new Subject("manager", facts.message().text("manager"))))
                .rules(facts -> facts
                                .registers()
                                .of(WORKS)
                                .where("manager", facts.message().text("manager"))
                                .stream()
                                .anyMatch(other ->
                                        !other.id().equals(facts.message().text("worksId")))
                        ? List.of(Finding.error("T-R01", "manager", "该负责人已有在建工程"))
                        : Finding.none())
                .then((facts, changes) -> {
                    judged.incrementAndGet();
                    FormData message = facts.message();
                    changes.of(WORKS)
                            .save(new Works(
                                    message.text("worksId"),
                                    message.text("name"),
                                    message.text("manager"),
                                    Integer.parseInt(message.text("version"))));
                    changes.push(RESULT, result(facts, true));
                })
                .otherwise((facts, errors, changes) -> changes.push(RESULT, result(facts, false)));
    }

    private static Result result(IntakeFacts facts, boolean accepted) {
        return new Result(
                facts.message().text("worksId"),
                Long.parseLong(facts.message().text("version")),
                facts.attempt(),
                accepted);
    }

    /** One message for each permit. */
    private static Intake permits() {
        Form form = Form.of(
                text("permitNo", "许可证号", 30).required(),
                text("worksId", "工程编号", 30).required());
        return Intake.channel("permits", "施工许可", form, "permitNo")
                .rules(facts -> facts.registers()
                                .of(WORKS)
                                .find(facts.message().text("worksId"))
                                .isEmpty()
                        ? List.of(Finding.error("T-R02", "worksId", "没有该编号的工程"))
                        : Finding.none())
                .then((facts, changes) -> changes.next("permits"));
    }

    void declare(Intake works) {
        town = town(works);
        transactions.run(em -> Channels.keep(em, town));
    }

    void moduleRuns(boolean runs) {
        running = runs;
    }

    private Caller account(Caller.Kind kind, String office) {
        String login = Ids.next();
        Set<String> offices = office.isBlank() ? Set.of() : Set.of(office);
        String portal = office.isBlank() ? "" : jurisdiction;
        String id = transactions.write(em -> new Accounts(em)
                .create(
                        new NewAccount(portal, login, kind, "甲", "", "", offices, "", "no password", false),
                        clock.instant()));
        return new Caller(kind, id, login, "甲", portal, "", "", offices, false, "127.0.0.1");
    }

    void grant(Caller client, String channel) {
        transactions.run(
                em -> Grants.enter(em, client.accountId(), jurisdiction, Grants.Kind.INTAKE, channel, clock.instant()));
    }

    static Map<String, Object> works(String id, int version, String name, String manager) {
        return new LinkedHashMap<>(Map.of("worksId", id, "version", version, "name", name, "manager", manager));
    }

    Acknowledgement push(Map<String, Object> works) {
        return reception.push(agency, Once.UNKEYED, jurisdiction, "works", new FormData(works));
    }

    Acknowledgement pushPermit(String permitNo, String worksId) {
        return reception.push(
                agency,
                Once.UNKEYED,
                jurisdiction,
                "permits",
                new FormData(Map.of("permitNo", permitNo, "worksId", worksId)));
    }

    void judge(String receiptId) {
        transactions.run(em -> judge.judge(em, receiptId));
    }

    void fail(String receiptId) {
        transactions.run(em -> judge.failed(em, receiptId, "失败", clock.instant()));
    }

    /** Pushes and judges. */
    String handled(Map<String, Object> works) {
        String receipt = push(works).receiptId();
        judge(receipt);
        return receipt;
    }

    ReceiptState state(String receiptId) {
        return reception.receipt(agency, receiptId).state();
    }

    Optional<Works> kept(String worksId) {
        return transactions.read(
                em -> new RegistersView(em, jurisdiction).of(WORKS).find(worksId));
    }

    List<String> idsInState(ReceiptState state) {
        return incoming.list(head, new Query("", "", state, "", "", 100)).items().stream()
                .map(line -> line.id())
                .toList();
    }

    /** What has been pushed back: works, version, attempt, accepted. */
    List<String> answers() {
        return transactions.read(em -> em
                .createQuery(
                        "select m.clientMsgId from OutboxEntity m where m.jurisdiction = :town"
                                + " and m.channel = 'AGENCY' order by m.seq",
                        String.class)
                .setParameter("town", jurisdiction)
                .getResultList()
                .stream()
                .map(id -> id.substring(id.indexOf("results/") + "results/".length()))
                .toList());
    }

    List<String> notices() {
        return transactions.read(em -> em.createQuery(
                        "select n.seat from NoticeEntity n where n.jurisdiction = :town"
                                + " and n.kind = 'QUARANTINED' order by n.id",
                        String.class)
                .setParameter("town", jurisdiction)
                .getResultList());
    }

    List<String> audit(String stream) {
        return transactions.read(em -> em.createQuery(
                        "select e.action from EventEntity e where e.stream = :stream order by e.seq", String.class)
                .setParameter("stream", stream)
                .getResultList());
    }

    IntakeWorker worker() {
        return new IntakeWorker(transactions, new OneTownOrNone(), clock.time(), clock, wake -> () -> {});
    }

    void later(Duration time) {
        clock.forward(time);
    }

    private final class OneTownOrNone implements Modules {
        @Override
        public List<Descriptor> running() {
            return running ? List.of(town) : List.of();
        }

        @Override
        public Optional<Descriptor> descriptor(String id) {
            return running().stream().filter(found -> found.id().equals(id)).findFirst();
        }

        @Override
        public String version(String id) {
            return "1.0.0";
        }

        @Override
        public Optional<String> currentHash(String id, String procedure) {
            return Optional.empty();
        }

        @Override
        public Optional<Behaviour> behaviour(String id, String procedure, String hash) {
            return Optional.empty();
        }
    }
}

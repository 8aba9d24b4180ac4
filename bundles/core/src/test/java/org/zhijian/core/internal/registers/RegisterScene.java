package org.zhijian.core.internal.registers;

import static org.zhijian.core.internal.registers.Testers.tester;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zhijian.api.Descriptor;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.identity.DirectoryEditor;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser.Query;

/** Two organisations and two testers in a jurisdiction of their own. */
final class RegisterScene {
    static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    /** A register that nobody but offices sees. */
    private record Secret(@Column(value = "编号", key = true) String number, @Column("内容") String content) {}

    private static final Register<Secret> SECRETS = Register.register("secrets", "内部台账", Secret.class);
    private static final Register<Secret> HIDDEN_KEYS =
            Register.register("hidden-keys", "主键不公开", Secret.class).openToPublic();

    final Organisation nanjing = organisation("南京示例检测中心有限公司");
    final Organisation wuxi = organisation("无锡示例建材检测有限公司");
    final Person han = person("韩示双");
    final Person yang = person("杨样单");
    final Descriptor descriptor;
    final RegisterBrowserService browser;
    final Transactions transactions;

    RegisterScene(Database database) {
        transactions = new Transactions(database);
        String id = "j-" + Ids.next().substring(24);
        descriptor = Descriptor.jurisdiction(id, "测试辖区")
                .offices(List.of(Office.office(id + "-prov", "省质监总站", Office.Level.PROVINCE, "320000")))
                .registers(Testers.REGISTER, SECRETS, HIDDEN_KEYS)
                .build();
        browser = new RegisterBrowserService(new OneJurisdiction(descriptor), transactions, new TestClock().time());
        transactions.run(em -> {
            DirectoryEditor directory = new DirectoryEditor(em);
            List.of(nanjing, wuxi).forEach(directory::save);
            List.of(han, yang).forEach(directory::save);
            RegistersEditor registers = new RegistersEditor(em, id, null, NOW);
            registers.of(Testers.REGISTER).save(tester("苏-001", han.id(), nanjing.id()));
            registers.of(Testers.REGISTER).save(tester("苏-002", yang.id(), wuxi.id()));
            registers.of(SECRETS).save(new Secret("1", "内容"));
            registers.of(HIDDEN_KEYS).save(new Secret("1", "内容"));
        });
    }

    private static Organisation organisation(String name) {
        return new Organisation(Ids.next(), name, "", "", Set.of("TESTING_ORG"), "320199", "", "", "");
    }

    private static Person person(String name) {
        return new Person(Ids.next(), name, Person.IdType.PASSPORT, Ids.next().toUpperCase(Locale.ROOT), "");
    }

    Caller caller(Caller.Kind kind, String organisation, String person, String... offices) {
        return new Caller(
                kind, "a", "login", "name", descriptor.id(), organisation, person, Set.of(offices), false, "");
    }

    /** The same caller with an account, as those need who leave a trace. */
    Caller signedUp(Caller caller) {
        NewAccount account = new NewAccount(
                caller.jurisdiction(),
                Ids.next(),
                caller.kind(),
                caller.displayName(),
                caller.organisationId(),
                caller.personId(),
                caller.offices(),
                "",
                "no password",
                false);
        String id = transactions.write(em -> new Accounts(em).create(account, NOW));
        return new Caller(
                caller.kind(),
                id,
                account.loginName(),
                caller.displayName(),
                caller.jurisdiction(),
                caller.organisationId(),
                caller.personId(),
                caller.offices(),
                false,
                "127.0.0.1");
    }

    /** What the audit keeps of an account. */
    List<String> eventsOf(Caller caller) {
        return transactions.read(em -> em.createQuery(
                        "select e.action from EventEntity e where e.stream = :account order by e.seq", String.class)
                .setParameter("account", caller.accountId())
                .getResultList());
    }

    Caller office() {
        return caller(Caller.Kind.OFFICE, "", "", descriptor.id() + "-prov");
    }

    List<String> search(Caller caller, Map<String, String> filters, String text) {
        return keys(browser.search(caller, descriptor.id(), "testers", new Query(filters, text, "", 20)));
    }

    List<String> searchPublic(Map<String, String> filters, String text) {
        return keys(browser.searchPublic(descriptor.id(), "testers", new Query(filters, text, "", 20)));
    }

    RecordView find(Caller caller, String key) {
        return browser.find(caller, descriptor.id(), "testers", key);
    }

    static List<String> keys(Page<RecordView> page) {
        return page.items().stream().map(RecordView::key).toList();
    }
}

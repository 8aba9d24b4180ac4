package org.zhijian.core.internal.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Sort;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Format;
import org.zhijian.core.internal.identity.Accounts;
import org.zhijian.core.internal.identity.Accounts.NewAccount;
import org.zhijian.core.internal.registers.Browsing;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.EventEntity;
import org.zhijian.core.registers.RegisterBrowser.Query;

/** Exports of registers, on every database: what they hold, and what the log tells of them. */
class ExportServiceTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";

    private static String text(Export export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ExportService service(Browsing browsing) {
        return new ExportService(null, null, browsing.browser(), browsing.transactions(), new TestClock().time());
    }

    private static String account(Transactions transactions) {
        return transactions.write(em -> new Accounts(em)
                .create(
                        new NewAccount(
                                Ids.next().substring(20),
                                "officer",
                                Caller.Kind.OFFICE,
                                "经办人",
                                "",
                                "",
                                Set.of(),
                                "",
                                "",
                                false),
                        new TestClock().instant()));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void anOfficeTakesOutAllColumnsAndTheLogTells(Database database) throws IOException {
        Browsing browsing = new Browsing(database);
        String account = account(browsing.transactions());
        Export export = service(browsing)
                .register(
                        browsing.office(account),
                        browsing.jurisdiction(),
                        "testers",
                        new Query(Map.of("status", "正常"), "苏-", Sort.descending("certificate"), "", 1),
                        Format.CSV);

        assertThat(export.fileName()).isEqualTo("检测人员台账-2026-11-20.csv");
        assertThat(text(export).lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("\uFEFF\"证书编号\",\"姓名\",\"单位\",\"身份证号\",\"状态\""))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("\"苏-002\",\"杨样单\""))
                .satisfies(lines -> assertThat(lines.get(2)).startsWith("\"苏-001\",\"韩示双\""));
        assertThat(events(browsing.transactions(), account)).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("EXPORTED");
            assertThat(event.title()).isEqualTo("导出数据");
            assertThat(event.opinion()).isEqualTo("检测人员台账-2026-11-20.csv；关键字=苏-；状态=正常");
        });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void thePublicGetsOpenColumnsMasked(Database database) throws IOException {
        Browsing browsing = new Browsing(database);
        String all = text(service(browsing)
                .publicRegister(browsing.jurisdiction(), "testers", new Query(Map.of(), "", "", 1), Format.CSV));

        assertThat(all.lines()).hasSize(3);
        assertThat(all).contains("韩").doesNotContain("韩示双", "320199198601010318", "备注");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoMayNotSeeAListTakesNothingOut(Database database) {
        Browsing browsing = new Browsing(database);
        String account = account(browsing.transactions());
        ExportService service = service(browsing);
        Query query = new Query(Map.of(), "", "", 1);

        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> service.register(
                                        Caller.nobody(""), browsing.jurisdiction(), "testers", query, Format.CSV))
                        .kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> service.publicRegister(browsing.jurisdiction(), "secrets", query, Format.CSV))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(events(browsing.transactions(), account)).isEmpty();
    }

    private static List<EventEntity> events(Transactions transactions, String account) {
        return transactions.read(
                em -> em.createQuery("select e from EventEntity e where e.stream = :account", EventEntity.class)
                        .setParameter("account", account)
                        .getResultList());
    }
}

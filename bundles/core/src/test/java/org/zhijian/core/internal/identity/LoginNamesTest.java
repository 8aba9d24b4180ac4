package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.Descriptor;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.Portal;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.signin.Forgotten;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.Captcha;
import org.zhijian.core.identity.LoginNames;
import org.zhijian.core.internal.modules.OneTown;
import org.zhijian.core.internal.settings.TestClock;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.EventEntity;

/** 找回登录名 (AUTH-07): who knows a registration finds its login names, and who proves the registrant the whole numbers; on every database. */
class LoginNamesTest {
    private static final String DATABASES = "org.zhijian.core.internal.store.Databases#shared";
    private static final String REGISTRANT = "320299197001050114";

    private static final class Scene {
        private final String town = "town-" + Ids.next().substring(24);
        private final String name = "示例（" + town + "）建筑公司";
        private final TestClock clock = new TestClock();
        private final Transactions transactions;
        private final LoginNames names;
        private String code;

        Scene(Database database, Forgotten forgotten) {
            transactions = new Transactions(database);
            SignInPolicy policy = SignInPolicy.PASSWORDS.withoutCaptcha().forgotten(forgotten);
            Descriptor descriptor = Descriptor.jurisdiction(town, "示例镇")
                    .portal(Portal.named("示例镇").signIn(policy))
                    .organisationTypes(new OrganisationType("BUILDER", "施工单位"), new OrganisationType("TESTER", "检测机构"))
                    .build();
            names = new LoginNamesService(
                    transactions,
                    clock.time(),
                    new SignInPolicies(portal -> Optional.of(policy), false),
                    TestSignIn.of(transactions, clock.time()),
                    new OneTown(descriptor));
            transactions.run(em -> {
                code = "X" + Ids.next().substring(29).toUpperCase(java.util.Locale.ROOT);
                String firm = Ids.next();
                new DirectoryEditor(em)
                        .save(new Organisation(
                                firm, name, "", code, Set.of("BUILDER", "TESTER"), "320000", "", "", ""));
                open(em, firm, town + ".sg", "BUILDER", "13900000001");
                open(em, firm, town + ".jc", "TESTER", "13900000002");
            });
        }

        private void open(jakarta.persistence.EntityManager em, String firm, String login, String type, String mobile) {
            String id = new Accounts(em)
                    .create(
                            new Accounts.NewAccount(
                                    town,
                                    login,
                                    Caller.Kind.ORGANISATION,
                                    name,
                                    firm,
                                    "",
                                    Set.of(),
                                    mobile,
                                    "x",
                                    false),
                            clock.instant());
            em.flush();
            AccountEntity account = em.find(AccountEntity.class, id);
            account.organisationType(type);
            account.registrant(REGISTRANT);
        }

        List<LoginNames.Found> find(String firm, String orgCode, String number) {
            return names.find(new LoginNames.Question(town, firm, orgCode, number, Captcha.Answer.NONE), "10.0.0.1");
        }

        String refusal(String firm, String orgCode, String number) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> find(firm, orgCode, number));
            return refusal.violations().isEmpty()
                    ? refusal.kind() + " " + refusal.getMessage()
                    : refusal.violations().get(0).message();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void the_registrant_is_shown_whole_numbers_and_everybody_else_masked_ones(Database database) {
        Scene scene = new Scene(database, Forgotten.SILENT.findingLoginNames());

        assertThat(scene.find(scene.name, scene.code, REGISTRANT))
                .containsExactly(
                        new LoginNames.Found("检测机构", scene.town + ".jc", "13900000002"),
                        new LoginNames.Found("施工单位", scene.town + ".sg", "13900000001"));
        assertThat(scene.find(
                        " " + scene.name.replace('（', '('),
                        scene.code.toLowerCase(java.util.Locale.ROOT),
                        "320299198002120211"))
                .extracting(LoginNames.Found::mobile)
                .containsExactly("139****0002", "139****0001");
        assertThat(scene.find(scene.name, scene.code, "")).hasSize(2).allMatch(login -> login.mobile()
                .contains("*"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void what_does_not_fit_is_not_found_and_five_tries_a_day_are_all(Database database) {
        Scene scene = new Scene(database, Forgotten.SILENT.findingLoginNames());

        assertThat(scene.refusal("别的公司", scene.code, REGISTRANT)).isEqualTo("未找到注册信息");
        assertThat(scene.refusal(scene.name, "PDY99999-9", REGISTRANT)).isEqualTo("未找到注册信息");
        assertThat(scene.refusal("", scene.code, "")).isEqualTo("请填写单位名称");
        for (int i = 0; i < 4; i++) {
            scene.find(scene.name, scene.code, "");
        }
        assertThat(scene.refusal(scene.name, scene.code, REGISTRANT)).startsWith("TOO_MANY");
        scene.clock.forward(Duration.ofHours(25));
        assertThat(scene.find(scene.name, scene.code, REGISTRANT)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void each_try_is_noted_without_anybodys_number(Database database) {
        Scene scene = new Scene(database, Forgotten.SILENT.findingLoginNames());
        scene.find(scene.name, scene.code, REGISTRANT);

        List<EventEntity> events = scene.transactions.read(em -> em
                .createQuery("select e from EventEntity e where e.stream = 'login-names'", EventEntity.class)
                .getResultList()
                .stream()
                .filter(event -> event.detail().contains(scene.town))
                .toList());
        assertThat(events).singleElement().satisfies(event -> assertThat(event.detail())
                .contains("\"clear\":true")
                .doesNotContain(REGISTRANT)
                .doesNotContain("13900000001"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void a_region_that_does_not_offer_it_knows_nothing(Database database) {
        Scene scene = new Scene(database, Forgotten.SILENT);

        assertThat(scene.refusal(scene.name, scene.code, REGISTRANT)).startsWith("NOT_FOUND");
    }
}

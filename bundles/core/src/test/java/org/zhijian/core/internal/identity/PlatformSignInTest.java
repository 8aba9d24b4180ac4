package org.zhijian.core.internal.identity;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhijian.core.internal.identity.SignInScene.HASH;
import static org.zhijian.core.internal.identity.SignInScene.HERE;
import static org.zhijian.core.internal.identity.SignInScene.assertRefused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.directory.Person;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.api.signin.SignInPolicy;
import org.zhijian.core.access.Caller;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.http.HttpDouble;
import org.zhijian.core.internal.settings.TestKeys;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Databases;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.entity.AccountEntity;
import org.zhijian.core.internal.store.entity.EventEntity;

/** NS-I1 against a platform that speaks HTTP. */
class PlatformSignInTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final ServicePlatforms platforms = new ServicePlatforms();
    private final String openId = Ids.next();
    private final String number = freshNumber();
    private SignInScene scene;
    private PlatformSignInService signIn;
    private HttpDouble platform;

    private void arrange(Database database) throws Exception {
        scene = new SignInScene(database);
        scene.policy = SignInPolicy.PASSWORDS.people(SignInMethod.PASSWORD, SignInMethod.SERVICE_PLATFORM);
        platform = new HttpDouble();
        platforms.add(new ServicePlatform(TestKeys.of(
                ServicePlatform.Keys.class,
                Map.of(
                        "jurisdiction", scene.portal,
                        "signInUrl", "https://platform.example/login?state={state}",
                        "identityUrl", platform.address() + "/identity",
                        "agencyId", "zhijian",
                        "secret", "s3cret"))));
        signIn = new PlatformSignInService(
                scene.transactions, scene.clock.time(), scene.policies, scene.entrance, platforms);
    }

    private static Database anyDatabase() {
        return Databases.shared().findFirst().orElseThrow().getPayload();
    }

    @AfterEach
    void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    /** A number of a card that nobody else in these tests has. */
    private static String freshNumber() {
        String body = "530102"
                + LocalDate.of(1960, 1, 1).plusDays(NEXT.getAndIncrement()).format(BASIC_ISO_DATE) + "001";
        return body + IdNumber.checkCharacter(body);
    }

    private void vouches(String name, String idNumber, String mobile) {
        platform.answers(
                200,
                "{\"openId\":\"%s\",\"name\":\"%s\",\"idNo\":\"%s\",\"mobile\":\"%s\"}"
                        .formatted(openId, name, idNumber, mobile));
    }

    private Session enter() {
        return signIn.redeem(signIn.start(scene.portal).state(), "ticket-1", HERE);
    }

    private String person(String name) {
        Person person = new Person(Ids.next(), name, Person.IdType.ID, number, "");
        scene.transactions.run(em -> new DirectoryEditor(em).save(person));
        return person.id();
    }

    private String ownAccount(String name) {
        Person person = new Person(person(name), name, Person.IdType.ID, number, "");
        return scene.create(Accounts.NewAccount.person(scene.portal, "own-" + number, person, HASH));
    }

    private AccountEntity account(String id) {
        return scene.transactions.read(em -> em.find(AccountEntity.class, id));
    }

    private List<String> events(String accountId) {
        return scene.transactions.read(em -> em
                .createQuery("select e from EventEntity e where e.stream = :stream order by e.seq", EventEntity.class)
                .setParameter("stream", accountId)
                .getResultList()
                .stream()
                .map(EventEntity::title)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverComesForTheFirstTimeHasAnAccountAndComesBackToIt(Database database) throws Exception {
        arrange(database);
        String mobile = "139" + number.substring(6, 14);
        vouches("测试赵六", number, mobile);

        Caller first = enter().caller();
        Caller again = enter().caller();

        assertThat(first.kind()).isEqualTo(Caller.Kind.PERSON);
        assertThat(first.loginName()).isEqualTo(mobile);
        assertThat(first.displayName()).startsWith("测试赵六");
        assertThat(first.mustChangePassword()).isFalse();
        assertThat(again.accountId()).isEqualTo(first.accountId());
        assertThat(events(first.accountId())).containsExactly("开通账号", "关联政务服务平台", "登录", "登录");
        assertThat(platform.requests.get(0).body()).isEqualTo("{\"ticket\":\"ticket-1\"}");
        assertThat(platform.requests.get(0).header("X-Signature")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverHasAnAccountFindsIt(Database database) throws Exception {
        arrange(database);
        String own = ownAccount("测试赵六");
        vouches("测试赵六", number.toLowerCase(), "13900000077");

        assertThat(enter().caller().accountId()).isEqualTo(own);
        assertThat(account(own).mobile()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aNumberThatIsAnothersLoginNameIsLeftToThem(Database database) throws Exception {
        arrange(database);
        scene.create(Accounts.NewAccount.organisation(scene.portal, "13900000078", scene.organisation, HASH));
        vouches("测试赵六", number, "13900000078");

        assertThat(enter().caller().loginName()).matches("zwfw-[0-9a-f]{12}");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aDocumentOfAnotherNameOpensNothing(Database database) throws Exception {
        arrange(database);
        ownAccount("测试钱七");
        vouches("测试赵六", number, "");

        assertRefused(this::enter, 409, "IDENTITY_MISMATCH");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anIdentityThatSuddenlyIsAnotherPersonOpensNothing(Database database) throws Exception {
        arrange(database);
        vouches("测试赵六", number, "");
        enter();
        vouches("测试孙八", freshNumber(), "");

        assertRefused(this::enter, 409, "IDENTITY_MISMATCH");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aDisabledAccountStaysShut(Database database) throws Exception {
        arrange(database);
        String own = ownAccount("测试赵六");
        scene.transactions.run(em -> em.find(AccountEntity.class, own).status(Accounts.DISABLED));
        vouches("测试赵六", number, "");

        assertRefused(this::enter, 403, "ACCOUNT_DISABLED");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aStateIsGoodOnceAndForTenMinutes(Database database) throws Exception {
        arrange(database);
        vouches("测试赵六", number, "");
        String used = signIn.start(scene.portal).state();
        signIn.redeem(used, "ticket-1", HERE);
        assertRefused(() -> signIn.redeem(used, "ticket-1", HERE), 401, "BAD_TICKET");

        String late = signIn.start(scene.portal).state();
        scene.clock.forward(Duration.ofMinutes(10));
        assertRefused(() -> signIn.redeem(late, "ticket-1", HERE), 401, "BAD_TICKET");
        assertThat(platform.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409})
    void aTicketThatThePlatformRefusesOpensNothing(int status) throws Exception {
        arrange(anyDatabase());
        platform.answers(status, "");

        assertRefused(this::enter, 401, "BAD_TICKET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "null",
                "[]",
                "{\"openId\":\"o\",\"name\":\"测试赵六\"}",
                "{\"openId\":\"o\",\"name\":\"测试赵六\",\"idNo\":\"530102199001010000\"}",
                "{\"openId\":7,\"name\":\"测试赵六\",\"idNo\":\"53010219900101001X\"}"
            })
    void anAnswerThatIsNoIdentityOpensNothingAndSaysHowToGoOn(String body) throws Exception {
        arrange(anyDatabase());
        platform.answers(200, body);

        assertRefused(this::enter, 503, "PLATFORM_UNREACHABLE");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aPlatformThatDoesNotAnswerLeavesTheOwnPassword(Database database) throws Exception {
        arrange(database);
        platform.close();

        assertRefused(this::enter, 503, "PLATFORM_UNREACHABLE");
        scene.policy = scene.policy.withoutCaptcha();
        assertThat(scene.enter("j1").loginName()).isEqualTo("j1");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aRegionThatOffersNoneOrHasNoneConfiguredRefuses(Database database) throws Exception {
        arrange(database);
        assertThat(signIn.platformOf(scene.portal)).contains("国家政务服务平台");
        assertRefused(() -> signIn.start("elsewhere"), 403, "METHOD_NOT_OFFERED");

        scene.policy = SignInPolicy.PASSWORDS;
        assertThat(signIn.platformOf(scene.portal)).isEmpty();
        assertRefused(() -> signIn.start(scene.portal), 403, "METHOD_NOT_OFFERED");
    }

    /** Many windows of one browser, or many nodes: one account comes of it. */
    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whoeverComesManyTimesAtOnceHasOneAccount(Database database) throws Exception {
        arrange(database);
        vouches("测试赵六", number, "139" + number.substring(6, 14));
        ExecutorService windows = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> visits =
                    Collections.nCopies(16, () -> enter().caller().accountId());

            Set<String> accounts = new HashSet<>();
            for (Future<String> visit : windows.invokeAll(visits)) {
                accounts.add(visit.get());
            }
            assertThat(accounts).hasSize(1);
        } finally {
            windows.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signInUrl", "identityUrl"})
    void anAddressThatIsNoneIsRefusedWhenTheFileIsRead(String key) {
        Map<String, Object> keys = new HashMap<>(Map.of(
                "jurisdiction",
                "town",
                "signInUrl",
                "https://platform.example/",
                "identityUrl",
                "https://platform.example/"));
        keys.put(key, "not an address");

        assertThatThrownBy(() -> new ServicePlatform(TestKeys.of(ServicePlatform.Keys.class, keys)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

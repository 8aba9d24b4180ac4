package org.zhijian.core.internal.identity;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.signin.SignInMethod;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.core.identity.Session;
import org.zhijian.core.internal.identity.ServicePlatform.Identity;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Locks;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.ChallengeEntity;

/** Sign-ins by service platforms. The platform is asked outside of any transaction. Thread-safe. */
@Component(service = PlatformSignIn.class)
public final class PlatformSignInService implements PlatformSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformSignInService.class);
    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);
    private static final int LONGEST_TICKET = 2000;

    private final Transactions transactions;
    private final Time time;
    private final SignInPolicies policies;
    private final Entrance entrance;
    private final ServicePlatforms platforms;

    @Activate
    public PlatformSignInService(
            @Reference Transactions transactions,
            @Reference Time time,
            @Reference SignInPolicies policies,
            @Reference Entrance entrance,
            @Reference ServicePlatforms platforms) {
        this.transactions = transactions;
        this.time = time;
        this.policies = policies;
        this.entrance = entrance;
        this.platforms = platforms;
    }

    @Override
    public Optional<String> platformOf(String portal) {
        return offered(portal).map(ServicePlatform::title);
    }

    private Optional<ServicePlatform> offered(String portal) {
        return policies.at(portal).people().contains(SignInMethod.SERVICE_PLATFORM)
                ? platforms.of(portal)
                : Optional.empty();
    }

    private ServicePlatform required(String portal) {
        return offered(portal).orElseThrow(() -> SignInPolicies.notOffered(SignInMethod.SERVICE_PLATFORM));
    }

    @Override
    public Started start(String portal) {
        ServicePlatform platform = required(portal);
        String state = Tokens.random();
        transactions.run(em ->
                new Challenges(em, time.now()).put(Challenges.Kind.PLATFORM_VISIT, state, portal, "", ON_THE_WAY));
        return new Started(state, platform.signInAddress(state), ON_THE_WAY);
    }

    @Override
    public Session redeem(String state, String ticket, String address) {
        String portal = transactions
                .write(em -> new Challenges(em, time.now()).take(Challenges.Kind.PLATFORM_VISIT, state))
                .map(ChallengeEntity::subject)
                .orElseThrow(PlatformSignInService::noTicket);
        Identity identity = identity(required(portal), ticket);
        KnownAccount account = transactions.write(em -> {
            // A registration of the same person, or under the same login name, takes its turn.
            Locks.take(em, identity.newcomer().subjects());
            return KnownAccount.of(new PlatformAccounts(em, portal, time.now()).of(identity, address));
        });
        entrance.requireAdmitted(account, SignInMethod.SERVICE_PLATFORM, address);
        return transactions.write(em ->
                entrance.open(em, AccountEvents.locked(em, account.id()), SignInMethod.SERVICE_PLATFORM, address));
    }

    private Identity identity(ServicePlatform platform, String ticket) {
        if (ticket.isBlank() || ticket.length() > LONGEST_TICKET) {
            throw noTicket();
        }
        try {
            return platform.identity(ticket, time.today()).orElseThrow(PlatformSignInService::noTicket);
        } catch (ServicePlatform.Unreachable silent) {
            LOG.warn("service platform of {}: {}", platform.jurisdiction(), silent.getMessage());
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE, "PLATFORM_UNREACHABLE", platform.title() + "暂时无法连接，请稍后再试；已有账号的可用账号密码登录");
        }
    }

    private static Refusal noTicket() {
        return new Refusal(Refusal.Kind.UNAUTHENTICATED, "BAD_TICKET", "登录凭据无效或已过期，请重新登录");
    }
}

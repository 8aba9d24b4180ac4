package org.zhijian.core.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signing in by a government service platform that knows natural persons (NS-I1): the person goes there and comes back with a ticket, for which
 * the platform tells us who it is. Whoever comes for the first time gets an account of their own, or finds the one that belongs to their document.
 * Where the platform does not answer, an account's own password still opens it. Thread-safe.
 */
@ProviderType
public interface PlatformSignIn {

    /**
     * Somebody sets out.
     *
     * @param state what has to be shown on the way back, once; it belongs to one browser and must not be taken from another
     * @param address where to sign in
     */
    record Started(String state, URI address, Duration expiresIn) {}

    /** The Chinese name of the platform whose people may come in at a portal; empty if the region offers none, or none is configured here. */
    Optional<String> platformOf(String portal);

    /** @throws org.zhijian.core.access.Refusal 403 if there is no {@link #platformOf} */
    Started start(String portal);

    /**
     * Somebody has come back.
     *
     * @throws org.zhijian.core.access.Refusal 401 for a state or a ticket that is wrong, used or old; 409 if the document belongs to another name or
     *     person than the platform says; 403 if the account is disabled; 503 if the platform does not answer
     */
    Session redeem(String state, String ticket, String address);
}

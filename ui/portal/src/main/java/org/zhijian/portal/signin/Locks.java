package org.zhijian.portal.signin;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhijian.core.identity.UsbKeySignIn.Challenge;
import org.zhijian.core.identity.UsbKeySignIn.Proof;
import org.zhijian.core.identity.UsbKeySignIn.SoftwareLock;
import org.zhijian.portal.visit.Platform;

/**
 * Asks a lock that is plugged into the computer. What speaks to it is the script of its maker, as {@code window.zhijianLock} with a function
 * {@code sign(serial, nonce)} that gives {@code {certificate, signature}}; in a demonstration a software lock stands in.
 */
public final class Locks {
    /** Gives certificate and signature on two lines, as nothing in them breaks; nothing if there is no lock. */
    private static final String SIGN =
            """
            const lock = window.zhijianLock || (!$2 ? null : {sign: async (serial, nonce) => {
              const bytes = Uint8Array.from(atob($3), c => c.charCodeAt(0));
              const algorithm = {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256'};
              const key = await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
              const signed = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(nonce));
              return {certificate: $2, signature: btoa(String.fromCharCode(...new Uint8Array(signed)))};
            }});
            if (!lock) return '';
            const answer = await lock.sign($0, $1);
            return answer.signature.replace(/\\s/g, '') + '\\n' + answer.certificate;
            """;

    private Locks() {}

    /**
     * @param host on whose page the lock is asked
     * @param password goes with the answer; may be blank
     * @param answered is given what the lock says
     * @param refused is given a sentence if there is no answer
     * @throws org.zhijian.core.access.Refusal 400 for what is no serial number
     */
    public static void sign(
            Component host,
            Platform platform,
            String serial,
            String password,
            Consumer<Proof> answered,
            Consumer<String> refused) {
        Challenge challenge = platform.usbKeySignIn().challenge(serial);
        Optional<SoftwareLock> software = platform.usbKeySignIn().demonstrationLock(serial);
        host.getElement()
                .executeJs(
                        SIGN,
                        serial,
                        challenge.nonce(),
                        software.map(SoftwareLock::certificate).orElse(""),
                        software.map(SoftwareLock::privateKey).orElse(""))
                .then(
                        String.class,
                        answer -> {
                            String[] parts = answer.split("\n", 2);
                            if (parts.length < 2) {
                                refused.accept("未检测到加密锁，请安装驱动并插入加密锁后再试");
                            } else {
                                answered.accept(new Proof(serial, challenge.nonce(), parts[1], parts[0], password));
                            }
                        },
                        fault -> refused.accept("加密锁没有应答，请重新插入后再试"));
    }
}

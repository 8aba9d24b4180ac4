package org.zhijian.core.internal.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CRL;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.zhijian.core.identity.UsbKeySignIn.SoftwareLock;
import org.zhijian.core.internal.settings.Settings;

/**
 * Judges certificates of locks: who issued them, whether they are valid now and not revoked, which lock they name, what they signed. RSA, elliptic
 * curves and SM2. Authorities and revocations are read anew each time, so that a fresh list needs no restart. Thread-safe.
 */
final class LockCertificates {
    /** The authority of the software locks of a demonstration, trusted there alone. */
    private static final String DEMONSTRATION = "lock-authority";

    private static final String FOLDER = "/org/zhijian/core/demo/";
    private static final Pattern SOFTWARE_LOCK = Pattern.compile("DEMO-LOCK-[0-9]{4}");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private static final int LONGEST = 20_000;
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final Settings settings;

    LockCertificates(Settings settings) {
        this.settings = settings;
    }

    /** Why a certificate is not taken. */
    static final class Untrusted extends Exception {
        private static final long serialVersionUID = 1L;

        Untrusted(String message, Throwable cause) {
            super(message, cause);
        }

        Untrusted(String message) {
            super(message);
        }
    }

    /** The software lock of demonstrations with this serial. */
    Optional<SoftwareLock> demonstrationLock(String serial) {
        if (!settings.demonstration() || !SOFTWARE_LOCK.matcher(serial).matches()) {
            return Optional.empty();
        }
        return demonstration(serial).map(text -> {
            Matcher key = PRIVATE_KEY.matcher(text);
            if (!key.find()) {
                throw new IllegalStateException("a software lock without its key: " + serial);
            }
            return new SoftwareLock(
                    text.substring(0, key.start()).strip(), key.group(1).replaceAll("\\s", ""));
        });
    }

    private static Optional<String> demonstration(String name) {
        try (InputStream text = LockCertificates.class.getResourceAsStream(FOLDER + name + ".pem")) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param text PEM, or DER in Base64 */
    X509Certificate read(String text) throws Untrusted {
        if (text.length() > LONGEST) {
            throw new Untrusted("证书过长");
        }
        try {
            byte[] bytes = text.contains("-----BEGIN")
                    ? text.getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(text);
            return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw new Untrusted("证书无法读取", unreadable);
        }
    }

    /** Passes a certificate that leads to an authority, is valid at this moment and not revoked, and names this lock. */
    void check(X509Certificate certificate, String serial, Instant now) throws Untrusted {
        try {
            PKIXParameters rules = new PKIXParameters(anchors());
            Collection<? extends CRL> revocations = revocations();
            rules.setRevocationEnabled(!revocations.isEmpty());
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(revocations)));
            rules.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX", PROVIDER)
                    .validate(factory().generateCertPath(List.of(certificate)), rules);
        } catch (CertPathValidatorException | CertificateException untrusted) {
            throw new Untrusted("证书不受信任、已过期或已吊销", untrusted);
        } catch (InvalidAlgorithmParameterException none) {
            throw new Untrusted("系统未配置加密锁证书的颁发机构", none);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("PKIX is there", impossible);
        }
        if (!serial.equals(serialIn(certificate).orElse(""))) {
            throw new Untrusted("证书与加密锁序列号不符");
        }
    }

    private static Optional<String> serialIn(X509Certificate certificate) {
        RDN[] found = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.SERIALNUMBER);
        return found.length == 1
                ? Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()))
                : Optional.empty();
    }

    /** Passes a signature of the certificate's key over a text. @param signature in Base64 */
    void checkSignature(X509Certificate certificate, String text, String signature) throws Untrusted {
        boolean right;
        try {
            Signature verifier = Signature.getInstance(algorithm(certificate.getPublicKey()), PROVIDER);
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(text.getBytes(StandardCharsets.US_ASCII));
            right = verifier.verify(Base64.getMimeDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new Untrusted("签名无法读取", unreadable);
        }
        if (!right) {
            throw new Untrusted("签名不正确");
        }
    }

    private static String algorithm(PublicKey key) {
        if (!key.getAlgorithm().equals("EC")) {
            return "SHA256with" + key.getAlgorithm();
        }
        ASN1Encodable curve = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getParameters();
        return GMObjectIdentifiers.sm2p256v1.equals(curve) ? "SM3withSM2" : "SHA256withECDSA";
    }

    private Set<TrustAnchor> anchors() throws CertificateException {
        List<Certificate> authorities = new ArrayList<>();
        if (!settings.usbKeyAuthorities().isBlank()) {
            authorities.addAll(factory().generateCertificates(file(settings.usbKeyAuthorities())));
        }
        if (settings.demonstration()) {
            byte[] authority = demonstration(DEMONSTRATION).orElseThrow().getBytes(StandardCharsets.US_ASCII);
            authorities.addAll(factory().generateCertificates(new ByteArrayInputStream(authority)));
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        authorities.forEach(authority -> anchors.add(new TrustAnchor((X509Certificate) authority, null)));
        return anchors;
    }

    private Collection<? extends CRL> revocations() throws GeneralSecurityException {
        return settings.usbKeyRevocations().isBlank()
                ? List.of()
                : factory().generateCRLs(file(settings.usbKeyRevocations()));
    }

    private static InputStream file(String path) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(Path.of(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("configured for locks, but cannot be read: " + path, unreadable);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509", PROVIDER);
    }
}

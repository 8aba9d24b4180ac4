package org.zhijian.core.internal.identity;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key pair that stands in for a lock, with a certificate; or for the authority that issues certificates. */
record SoftwareLock(KeyPair keys, X509Certificate certificate, String algorithm) {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    /** When the certificates end that are made here, unless told. */
    static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    /** An authority. */
    static SoftwareLock authority(String name) {
        KeyPair keys = keys("RSA", "");
        return new SoftwareLock(
                keys,
                certificate(new X500Name(name), keys, new X500Name(name), keys.getPrivate(), END, true),
                "SHA256withRSA");
    }

    /** A lock of this authority. */
    SoftwareLock issue(String serial) {
        return issue(serial, END, "RSA", "", "SHA256withRSA");
    }

    SoftwareLock issue(String serial, Instant end, String keyAlgorithm, String curve, String signature) {
        KeyPair lock = keys(keyAlgorithm, curve);
        X500Name subject = new X500Name("SERIALNUMBER=" + serial + ",CN=lock");
        X500Name issuer = new X500Name(certificate.getSubjectX500Principal().getName());
        return new SoftwareLock(lock, certificate(subject, lock, issuer, keys.getPrivate(), end, false), signature);
    }

    private static KeyPair keys(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
            if (curve.isEmpty()) {
                generator.initialize(2048);
            } else {
                generator.initialize(new java.security.spec.ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate certificate(
            X500Name subject, KeyPair owner, X500Name issuer, PrivateKey signer, Instant end, boolean authority) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(BEGINNING),
                    Date.from(end),
                    subject,
                    owner.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            return new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer)));
        } catch (IOException | OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The revocation list of this authority, with these locks on it. */
    String revoke(Instant now, SoftwareLock... locks) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    new X500Name(certificate.getSubjectX500Principal().getName()), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(30))));
            for (SoftwareLock lock : locks) {
                builder.addCRLEntry(lock.certificate.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
            }
            X509CRL list = new JcaX509CRLConverter()
                    .setProvider(PROVIDER)
                    .getCRL(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
            return pem(list);
        } catch (OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String pem() {
        return pem(certificate);
    }

    private static String pem(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** In Base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(algorithm, PROVIDER);
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

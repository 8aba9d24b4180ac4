package org.zhijian.core.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijian.core.internal.store.Hashes;

/**
 * The key with which this node seals, and those that it trusts: files of the data folder, for whoever can write to the database must not be
 * able to seal. Ed25519, in PEM, so that OpenSSL verifies a seal too. Immutable.
 */
final class SealKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String OWN = "seal-key.pem";
    private static final String TRUSTED = "trusted-keys.pem";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]*)-----END \\1 KEY-----");

    private final PrivateKey own;
    private final String ownId;
    private final String ownPem;
    private final Map<String, PublicKey> trusted;

    private SealKeys(PrivateKey own, PublicKey ownPublic, Map<String, PublicKey> trusted) {
        this.own = own;
        this.ownId = id(ownPublic);
        this.ownPem = pem("PUBLIC", ownPublic.getEncoded());
        Map<String, PublicKey> all = new HashMap<>(trusted);
        all.put(ownId, ownPublic);
        this.trusted = Map.copyOf(all);
    }

    /** Reads the keys of a folder; makes the node's own at the first time. */
    static SealKeys in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(OWN);
            if (!Files.exists(file)) {
                make(file);
            }
            return read(file, folder.resolve(TRUSTED));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("not a key to seal with: " + folder.resolve(OWN), unusable);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file,
                pem("PRIVATE", pair.getPrivate().getEncoded())
                        + pem("PUBLIC", pair.getPublic().getEncoded()));
    }

    private static SealKeys read(Path own, Path trusted) throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        PrivateKey secret = null;
        PublicKey open = null;
        Matcher blocks = BLOCK.matcher(Files.readString(own));
        while (blocks.find()) {
            byte[] encoded = Base64.getMimeDecoder().decode(blocks.group(2));
            if (blocks.group(1).equals("PRIVATE")) {
                secret = factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } else {
                open = factory.generatePublic(new X509EncodedKeySpec(encoded));
            }
        }
        if (secret == null || open == null) {
            throw new GeneralSecurityException("a private and a public key are needed");
        }
        Map<String, PublicKey> others = new HashMap<>();
        if (Files.exists(trusted)) {
            Matcher keys = BLOCK.matcher(Files.readString(trusted));
            while (keys.find()) {
                PublicKey key = factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getMimeDecoder().decode(keys.group(2))));
                others.put(id(key), key);
            }
        }
        return new SealKeys(secret, open, others);
    }

    private static String id(PublicKey key) {
        return Hashes.hex(Hashes.sha256().digest(key.getEncoded())).substring(0, 16);
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + " KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + kind
                + " KEY-----\n";
    }

    String ownId() {
        return ownId;
    }

    /** The public half of this node's key, in PEM. */
    String ownPublicKey() {
        return ownPem;
    }

    boolean trusts(String keyId) {
        return trusted.containsKey(keyId);
    }

    /** Signs with this node's key; Base64. */
    String seal(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(own);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot seal", failed);
        }
    }

    /** True if the seal is a trusted key's over this text. */
    boolean verifies(String keyId, String text, String seal) {
        PublicKey key = trusted.get(keyId);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(seal));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}

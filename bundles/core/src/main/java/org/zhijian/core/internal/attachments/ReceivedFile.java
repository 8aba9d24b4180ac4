package org.zhijian.core.internal.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.function.Function;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.store.Hashes;

/**
 * A file that has come in, before it is known whether it is taken. It lies aside, so that a transaction that collides with another can read
 * it again, and so that its content is part of what makes a repeated command the same. Not thread-safe; gone when closed.
 */
public final class ReceivedFile implements AutoCloseable {
    /** No slot takes more. */
    private static final long MOST = 100L << 20;

    private final Upload upload;
    private final Path file;
    private final String sha256;

    private ReceivedFile(Upload upload, Path file, String sha256) {
        this.upload = upload;
        this.file = file;
        this.sha256 = sha256;
    }

    /** Reads an upload to its end. @throws Refusal 413 if no slot could take it, 503 if there is no room */
    static ReceivedFile of(Upload upload) {
        MessageDigest digest = Hashes.sha256();
        Path file = null;
        try {
            file = Files.createTempFile("zhijian-", ".upload");
            try (OutputStream target = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                copy(upload.content(), target);
            }
            return new ReceivedFile(upload, file, Hashes.hex(digest.digest()));
        } catch (IOException failed) {
            delete(file);
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "STORAGE_UNAVAILABLE", "附件暂时无法保存，请稍后重试");
        } catch (RuntimeException refused) {
            delete(file);
            throw refused;
        }
    }

    private static void copy(InputStream source, OutputStream target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
            total += n;
            if (total > MOST) {
                throw new Refusal(Refusal.Kind.TOO_LARGE, "ATTACHMENT_TOO_LARGE", "附件大小不能超过100MB");
            }
            target.write(buffer, 0, n);
        }
    }

    /** Where it lies until it is closed. */
    public Path path() {
        return file;
    }

    public String sha256() {
        return sha256;
    }

    /** Hands the upload, to be read from its beginning, to the work; as often as it must be. */
    public <T> T read(Function<Upload, T> work) {
        try (InputStream content = Files.newInputStream(file)) {
            return work.apply(new Upload(upload.slot(), upload.fileName(), content));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        delete(file);
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }
}

package org.zhijian.core.internal.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhijian.core.internal.contents.ContentStore.Kept;
import org.zhijian.core.internal.contents.ContentStore.Stored;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Hashes;

/** What every store of contents does, whatever lies behind it. */
class ContentsTest {
    private static final String TEXT = "第一页";
    private static final String SHA256 = Hashes.sha256(TEXT);
    private static final String PATH = SHA256.substring(0, 2) + "/" + SHA256.substring(2, 4) + "/" + SHA256;

    private static S3Server s3;

    /** What may lie behind a store. */
    enum Behind {
        FOLDER,
        S3
    }

    @TempDir
    private Path data;

    @BeforeAll
    static void startS3() {
        s3 = S3Server.start();
    }

    @AfterAll
    static void stopS3() {
        s3.close();
    }

    private Contents open(Behind behind) throws IOException {
        return new Contents(TestSettings.of(data, behind == Behind.S3 ? s3.newBucket() : Map.of()));
    }

    private static InputStream content() {
        return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(ContentStore store) throws IOException {
        try (InputStream content = store.open(SHA256)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> kept(ContentStore store) throws IOException {
        List<String> names = new ArrayList<>();
        store.forEach(kept -> names.add(kept.sha256()));
        return names;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> data.relativize(path).toString())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aContentLiesUnderItsHashOnceHoweverOftenItComes(Behind behind) throws IOException {
        Contents store = open(behind);
        Instant before = Instant.now().minusSeconds(2);

        Stored stored = store.store(content(), 9);
        Stored again = store.store(content(), 9);

        assertThat(stored).isEqualTo(new Stored(SHA256, 9)).isEqualTo(again);
        assertThat(read(store)).isEqualTo(TEXT);
        List<Kept> kept = new ArrayList<>();
        store.forEach(kept::add);
        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.sha256()).isEqualTo(SHA256);
            assertThat(one.since()).isBetween(before, Instant.now().plusSeconds(2));
        });
        assertThat(files()).isEqualTo(behind == Behind.FOLDER ? List.of("files/" + PATH) : List.of());
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaysOfWhatIsTooLarge(Behind behind) throws IOException {
        Contents store = open(behind);

        assertThatThrownBy(() -> store.store(content(), 8)).isInstanceOf(ContentTooLargeException.class);

        assertThat(kept(store)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaysOfWhatDoesNotPassInspection(Behind behind) throws IOException {
        Contents store = open(behind);

        assertThatThrownBy(() -> store.store(content(), 9, (file, stored) -> {
                    assertThat(file).hasContent(TEXT);
                    assertThat(stored).isEqualTo(new Stored(SHA256, 9));
                    throw new IllegalStateException("not this one");
                }))
                .hasMessage("not this one");

        assertThat(kept(store)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaysOfWhatBreaksOff(Behind behind) throws IOException {
        Contents store = open(behind);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> store.store(broken, 9)).hasMessage("connection reset");

        assertThat(kept(store)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDeletedIsGoneAndMayBeDeletedAgain(Behind behind) throws IOException {
        Contents store = open(behind);
        store.store(content(), 9);

        store.delete(SHA256);
        store.delete(SHA256);

        assertThat(kept(store)).isEmpty();
        assertThatThrownBy(() -> store.open(SHA256)).isInstanceOf(DamagedContentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void onlyHashesAreOpenedAndDeleted(Behind behind) throws IOException {
        Contents store = open(behind);

        assertThatThrownBy(() -> store.open("../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete("../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(SHA256)).isInstanceOf(DamagedContentException.class);
    }

    @Test
    void aContentThatHasChangedOnDiskIsNotHandedOut() throws IOException {
        Contents store = open(Behind.FOLDER);
        store.store(content(), 9);
        Files.writeString(data.resolve("files").resolve(PATH), "第二页");

        assertThatThrownBy(() -> store.open(SHA256))
                .isInstanceOf(DamagedContentException.class)
                .hasMessageContaining("not what was stored");

        store.store(content(), 9);
        assertThat(read(store)).isEqualTo(TEXT);
    }

    @Test
    void whatACrashLeftBehindIsNeverShownAndSweptAway() throws IOException {
        Path half = data.resolve("files/incoming/half");
        Files.createDirectories(half.getParent());
        Files.writeString(half, "half");
        assertThat(kept(open(Behind.FOLDER))).isEmpty();
        assertThat(half).as("another node may still be writing it").exists();

        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        open(Behind.FOLDER);

        assertThat(files()).isEmpty();
    }

    @Test
    void aStoreThatDoesNotAnswerFailsAndKeepsNothing() throws IOException {
        Map<String, Object> nobody =
                Map.of("s3", "http://127.0.0.1:1/bucket", "s3AccessKey", "key", "s3SecretKey", "secret");
        Contents store = new Contents(TestSettings.of(data, nobody));

        assertThatThrownBy(() -> store.store(content(), 9))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be put");
        assertThat(files()).isEmpty();
    }
}

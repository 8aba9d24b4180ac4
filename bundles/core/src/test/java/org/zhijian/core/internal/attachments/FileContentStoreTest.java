package org.zhijian.core.internal.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.core.internal.attachments.ContentStore.Stored;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Hashes;

class FileContentStoreTest {
    private static final String TEXT = "第一页";
    private static final String SHA256 = Hashes.sha256(TEXT);

    @TempDir
    private Path data;

    private FileContentStore store;

    @BeforeEach
    void openStore() throws IOException {
        store = new FileContentStore(TestSettings.of(data, Map.of()));
    }

    private static InputStream content() {
        return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> data.relativize(path).toString())
                    .toList();
        }
    }

    @Test
    void aContentLiesUnderItsHashOnceHoweverOftenItComes() throws IOException {
        Stored stored = store.store(content(), 9);
        Stored again = store.store(content(), 9);

        assertThat(stored).isEqualTo(new Stored(SHA256, 9)).isEqualTo(again);
        assertThat(files())
                .containsExactly("files/" + SHA256.substring(0, 2) + "/" + SHA256.substring(2, 4) + "/" + SHA256);
        try (InputStream read = store.open(SHA256)) {
            assertThat(read.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
        }
    }

    @Test
    void nothingStaysOfWhatIsTooLarge() throws IOException {
        assertThatThrownBy(() -> store.store(content(), 8)).isInstanceOf(ContentTooLargeException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingStaysOfWhatDoesNotPassInspection() throws IOException {
        assertThatThrownBy(() -> store.store(content(), 9, (file, stored) -> {
                    assertThat(file).hasContent(TEXT);
                    assertThat(stored).isEqualTo(new Stored(SHA256, 9));
                    throw new IllegalStateException("not this one");
                }))
                .hasMessage("not this one");
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingStaysOfWhatBreaksOff() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> store.store(broken, 9)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatACrashLeftBehindIsSweptAway() throws IOException {
        Files.writeString(data.resolve("files/incoming/half"), "half");

        openStore();

        assertThat(files()).isEmpty();
    }

    @Test
    void onlyHashesAreOpened() {
        assertThatThrownBy(() -> store.open("../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(SHA256)).isInstanceOf(UncheckedIOException.class);
    }
}

package org.zhijian.core.internal.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.notice.CaseFile;
import org.zhijian.core.internal.contents.ContentStore;
import org.zhijian.core.internal.contents.Contents;
import org.zhijian.core.internal.registers.RecordJson;
import org.zhijian.core.internal.settings.TestSettings;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;

/** A file that a payload refers to is in what is sent, and stays out of the outbox; on every database. */
class EnclosuresTest {
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final byte[] PHOTO = "a picture".getBytes(StandardCharsets.UTF_8);

    record Order(String certNo, Optional<CaseFile> photo) {}

    record Plain(String certNo) {}

    @TempDir
    private Path data;

    private JsonNode enclosed(Database database, String jurisdiction, CaseFile reference) throws IOException {
        Enclosures enclosures =
                new Enclosures(new Transactions(database), new Contents(TestSettings.of(data, Map.of())));
        String payload = RecordJson.write(new Order("JC-1", Optional.ofNullable(reference)));
        return Json.MAPPER.readTree(enclosures.enclose(jurisdiction, Order.class, payload));
    }

    /** A case with a photo, by its number. */
    private String photographed(Database database) throws IOException {
        ContentStore.Stored stored =
                new Contents(TestSettings.of(data, Map.of())).store(new ByteArrayInputStream(PHOTO), 1000);
        String id = Ids.next();
        new Transactions(database).run(em -> {
            CaseEntity entity =
                    new CaseEntity(id, id, "sample", "filing", "hash", "ORGANISATION", "org", "某公司", "account", NOW);
            entity.state(CaseState.CLOSED);
            entity.stateLabel("已备案");
            entity.round(1);
            entity.form("{}");
            entity.changedAt(NOW);
            entity.eventHash("");
            em.persist(entity);
            AttachmentEntity file = new AttachmentEntity(
                    id, 1, "photo", null, 1, "照片.jpg", "image/jpeg", PHOTO.length, stored.sha256(), "account", NOW);
            em.persist(file);
        });
        return id;
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void theFileStandsWhereThePayloadRefersToIt(Database database) throws IOException {
        JsonNode sent = enclosed(database, "sample", new CaseFile(photographed(database), "photo"));

        assertThat(sent.path("certNo").asText()).isEqualTo("JC-1");
        assertThat(sent.path("photo").path("fileName").asText()).isEqualTo("照片.jpg");
        assertThat(sent.path("photo").path("mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(Base64.getDecoder().decode(sent.path("photo").path("content").asText()))
                .isEqualTo(PHOTO);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void whatIsNotThereOrAnotherJurisdictionsIsNull(Database database) throws IOException {
        String number = photographed(database);

        assertThat(enclosed(database, "other", new CaseFile(number, "photo"))
                        .path("photo")
                        .isNull())
                .isTrue();
        assertThat(enclosed(database, "sample", new CaseFile(number, "licence"))
                        .path("photo")
                        .isNull())
                .isTrue();
        assertThat(enclosed(database, "sample", null).path("photo").isObject()).isFalse();
        Enclosures none = new Enclosures(new Transactions(database), new Contents(TestSettings.of(data, Map.of())));
        assertThat(none.enclose("sample", Plain.class, "{\"certNo\":\"1\"}")).isEqualTo("{\"certNo\":\"1\"}");
    }
}

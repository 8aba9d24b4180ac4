package org.zhijian.core.internal.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.notice.CaseFile;
import org.zhijian.core.internal.contents.ContentStore;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.entity.AttachmentEntity;

/** Puts the files that payloads refer to into what is sent (see {@link CaseFile}). Thread-safe. */
@Component(service = Enclosures.class)
public final class Enclosures {
    private final Transactions transactions;
    private final ContentStore contents;

    @Activate
    public Enclosures(@Reference Transactions transactions, @Reference ContentStore contents) {
        this.transactions = transactions;
        this.contents = contents;
    }

    /** The payload with its files; the same text if its type has none. */
    String enclose(String jurisdiction, Class<? extends Record> type, String payload) throws IOException {
        List<String> files = Arrays.stream(type.getRecordComponents())
                .filter(component -> isFile(component.getGenericType()))
                .map(RecordComponent::getName)
                .toList();
        if (files.isEmpty()) {
            return payload;
        }
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(payload);
        for (String field : files) {
            if (body.path(field).isObject()) {
                CaseFile reference = read(body.path(field).toString());
                body.set(field, file(jurisdiction, reference).orElse(null));
            }
        }
        return body.toString();
    }

    private static CaseFile read(String json) throws JsonProcessingException {
        return Json.MAPPER.readValue(json, CaseFile.class);
    }

    private static boolean isFile(Type type) {
        return type == CaseFile.class
                || type instanceof ParameterizedType generic
                        && generic.getRawType() == Optional.class
                        && generic.getActualTypeArguments()[0] == CaseFile.class;
    }

    private Optional<ObjectNode> file(String jurisdiction, CaseFile reference) throws IOException {
        Optional<AttachmentEntity> found = transactions.read(em -> em
                .createQuery(
                        "select a from AttachmentEntity a, CaseEntity c where a.caseId = c.id and c.number = :number"
                                + " and c.jurisdiction = :jurisdiction and a.slot = :slot and a.current = true"
                                + " order by a.position, a.n",
                        AttachmentEntity.class)
                .setParameter("number", reference.caseNumber())
                .setParameter("jurisdiction", jurisdiction)
                .setParameter("slot", reference.slot())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
        return found.isEmpty() ? Optional.empty() : Optional.of(node(found.get()));
    }

    private ObjectNode node(AttachmentEntity attachment) throws IOException {
        try (InputStream content = contents.open(attachment.sha256())) {
            return Json.MAPPER
                    .createObjectNode()
                    .put("fileName", attachment.fileName())
                    .put("mediaType", attachment.mediaType())
                    .put("sha256", attachment.sha256())
                    .put("content", content.readAllBytes());
        }
    }
}

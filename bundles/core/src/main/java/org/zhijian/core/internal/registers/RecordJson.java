package org.zhijian.core.internal.registers;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.math.BigDecimal;
import org.zhijian.core.internal.store.Json;

/**
 * Records as JSON: plain values as forms have them, decimals as strings. Mappers remember the classes that they met, so each record type has
 * one of its own, which goes with it when its module is removed. Thread-safe.
 */
public final class RecordJson {
    private static final int TYPES_REMEMBERED = 64;

    private static final ClassValue<JsonMapper> MAPPERS = new ClassValue<>() {
        @Override
        protected JsonMapper computeValue(Class<?> type) {
            JsonMapper mapper = Json.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .withConfigOverride(
                            BigDecimal.class,
                            override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                    .build();
            LookupCache<Object, JavaType> own = new LRUMap<>(8, TYPES_REMEMBERED);
            mapper.setTypeFactory(mapper.getTypeFactory().withCache(own));
            return mapper;
        }
    };

    private RecordJson() {}

    public static String write(Record item) {
        try {
            return MAPPERS.get(item.getClass()).writeValueAsString(item);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    "cannot be kept as JSON: " + item.getClass().getName(), unwritable);
        }
    }

    public static <R extends Record> R read(String json, Class<R> type) {
        try {
            return MAPPERS.get(type).readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored record does not fit " + type.getName(), unreadable);
        }
    }
}

package org.zhijian.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.core.access.Refusal;

/** Commands and answers as JSON: our records and plain maps. What cannot be read is refused with 400 and a sentence that says where. */
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isOurs(type);
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() || Map.class.isAssignableFrom(type) || JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in) {
        return read(type, in);
    }

    /** A command. @throws Refusal 400 if it cannot be read */
    public <T> T read(Class<T> type, InputStream in) {
        try {
            JsonNode tree = Json.mapper().readTree(in);
            if (!tree.isObject()) {
                throw Refusal.malformed("请求内容应为一个 JSON 对象");
            }
            Clean.check(tree);
            return Json.mapper().treeToValue(tree, type);
        } catch (IOException unreadable) {
            throw Faults.find(unreadable, Refusal.class).orElseGet(() -> Refusal.malformed(sentence(unreadable)));
        }
    }

    private static String sentence(IOException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return "不认识的字段：" + unknown.getPropertyName();
        }
        if (unreadable instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            return "字段的类型不正确："
                    + mismatch.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .collect(Collectors.joining("."));
        }
        if (unreadable instanceof JsonProcessingException broken && broken.getLocation() != null) {
            return "请求内容不是正确的 JSON（第" + broken.getLocation().getLineNr() + "行第"
                    + broken.getLocation().getColumnNr() + "列）";
        }
        return "请求内容不是正确的 JSON";
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        new ToClient(out).write(Json.mapper().writeValueAsBytes(value));
    }
}

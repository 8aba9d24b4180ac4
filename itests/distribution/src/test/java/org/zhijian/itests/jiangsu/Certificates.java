package org.zhijian.itests.jiangsu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.server.Server;

/** The register of certificates, as the provincial station sees it. */
final class Certificates {
    private Certificates() {}

    /** What has become of a person's certificates, by division: {@code 无信用档案@苏州示例检测有限公司} or {@code 调离}. */
    static Map<String, String> of(Server server, String person) {
        Map<String, String> found = new TreeMap<>();
        server.as(Transfer.PROVINCE)
                .records("certificates", "person=" + Api.encode(person))
                .forEach(certificate -> found.put(certificate.path("division").asText(), words(certificate)));
        return found;
    }

    private static String words(JsonNode certificate) {
        JsonNode labels = certificate.path("labels");
        String employer = labels.path("employer").asText();
        return labels.path("status").asText() + (employer.isBlank() ? "" : "@" + employer);
    }
}

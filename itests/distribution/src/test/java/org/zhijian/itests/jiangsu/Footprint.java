package org.zhijian.itests.jiangsu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;

/** What is stored of a case: whoever is refused must have left no trace in it. */
record Footprint(
        String state, int round, JsonNode form, List<JsonNode> attachments, List<JsonNode> log, List<JsonNode> tasks) {

    static Footprint of(Api reader, String caseId) {
        JsonNode view = reader.view(caseId);
        return new Footprint(
                view.path("stateTitle").asText(),
                view.path("round").asInt(),
                view.path("form"),
                list(view, "attachments"),
                list(view, "log"),
                list(view, "tasks"));
    }

    private static List<JsonNode> list(JsonNode view, String name) {
        return Answer.stream(view.path(name)).toList();
    }
}

package org.zhijian.itests.jiangsu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Server;

/** A case of any matter, and what people do with it over REST. */
record Matter(Server server, String login, String caseId) {

    static Matter draft(Server server, String login, String procedure, Map<String, ?> form) {
        return of(server, login, server.as(login).start(procedure, form));
    }

    /** The draft that an answer speaks of. */
    static Matter of(Server server, String login, Answer started) {
        return new Matter(server, login, started.expect(201).json().path("id").asText());
    }

    Api applicant() {
        return server.as(login);
    }

    Matter attach(String slot, String... names) {
        Stream.of(names)
                .map(Scan::named)
                .forEach(scan -> applicant().attach(caseId, slot, scan).expect(201));
        return this;
    }

    Matter pages(int count) {
        Scan.pages(count)
                .forEach(page -> applicant().attach(caseId, "contract", page).expect(201));
        return this;
    }

    Matter fill(Map<String, ?> form) {
        applicant()
                .put("/api/v1/cases/" + caseId + "/form", Map.of("form", form))
                .ok();
        return this;
    }

    Answer trySubmit() {
        return applicant().submit(caseId);
    }

    Matter submit() {
        trySubmit().ok();
        return this;
    }

    /** Somebody decides the task that waits for it in this case. */
    Answer decide(String actor, String decision, String opinion, Map<String, ?> form) {
        Api api = server.as(actor);
        return api.decide(api.taskOf(caseId), decision, opinion, form);
    }

    Matter decided(String actor, String decision, String opinion, Map<String, ?> form) {
        decide(actor, decision, opinion, form).ok();
        return this;
    }

    JsonNode view() {
        return applicant().view(caseId);
    }

    String number() {
        return view().path("number").asText();
    }

    String stateTitle() {
        return view().path("stateTitle").asText();
    }

    String state() {
        return view().path("state").asText();
    }
}

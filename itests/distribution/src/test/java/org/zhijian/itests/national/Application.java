package org.zhijian.itests.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Server;

/** A case of the national register, and what those concerned do with it over REST. */
public record Application(Server server, String login, String caseId) {
    static final String JURISDICTION = "national-supervisor";
    public static final String CENTRE = "ns-centre";
    public static final String MINISTRY = "ns-mohurd";

    static Api as(Server server, String login) {
        return server.as(JURISDICTION, login);
    }

    /** A draft of this form, with one scan in each of these slots. */
    public static Application draft(
            Server server, String login, String procedure, Map<String, ?> form, String... slots) {
        String id = as(server, login)
                .start(procedure, form)
                .expect(201)
                .json()
                .path("id")
                .asText();
        Application application = new Application(server, login, id);
        Stream.of(slots).forEach(application::attach);
        return application;
    }

    /** A first registration of this person at this firm. */
    static Application initial(Server server, String person, String firm, List<String> specialties) {
        Map<String, Object> form = new HashMap<>();
        form.put("employerOrg", as(server, person).option("initial-registration", "employerOrg", firm));
        form.put("specialties", specialties);
        form.put("examCertNo", "00012345");
        form.put("examIssuedOn", "2025-06-30");
        form.put("contractFrom", "2026-01-01");
        form.put("contractTo", "2029-12-31");
        form.put("applicantCommitment", true);
        return draft(
                server,
                person,
                "initial-registration",
                form,
                "photo",
                "idCard",
                "examCertificate",
                "labourContract",
                "titleCertificate");
    }

    Api applicant() {
        return as(server, login);
    }

    Application attach(String slot) {
        applicant().attach(caseId, slot, Scan.named(slot + ".jpg")).expect(201);
        return this;
    }

    public Application submit() {
        applicant().submit(caseId).ok();
        return this;
    }

    Answer decide(String actor, String decision, String opinion, Map<String, ?> form) {
        Api api = as(server, actor);
        return api.decide(api.taskOf(caseId), decision, opinion, form);
    }

    public Application decided(String actor, String decision) {
        decide(actor, decision, "", Map.of()).ok();
        return this;
    }

    /** The firm ticks its commitment and reports. */
    public Application reportedBy(String firm) {
        decide(firm, "APPROVE", "", Map.of("enterpriseCommitment", true)).ok();
        return this;
    }

    /** Everything that the centre and the ministry do until it is announced. */
    Application grantedAndAnnounced() {
        return decided(CENTRE, "ACCEPT")
                .decided(CENTRE, "APPROVE")
                .decided(MINISTRY, "APPROVE")
                .decided(MINISTRY, "CONFIRM");
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
}

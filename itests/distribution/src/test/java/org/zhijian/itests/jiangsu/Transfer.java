package org.zhijian.itests.jiangsu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Server;

/** One 人员变更 and those who take part in it, as they act over REST. */
public final class Transfer {
    static final String PROCEDURE = "personnel-transfer";
    static final String PROVINCE = "js-prov";

    private final Server server;
    private final Member releasing;
    private final Member receiving;
    private final String caseId;

    private Transfer(Server server, Member releasing, Member receiving, String caseId) {
        this.server = server;
        this.releasing = releasing;
        this.receiving = receiving;
        this.caseId = caseId;
    }

    /** A draft of the releasing organisation, with all that its side needs but the seal's tick where it says so. */
    static Transfer draft(Server server, Member releasing, String person, Member receiving, String division) {
        Api applicant = server.as(releasing.login());
        Map<String, Object> form = form(applicant, person, receiving, division);
        Transfer transfer = new Transfer(
                server,
                releasing,
                receiving,
                applicant.start(PROCEDURE, form).expect(201).json().path("id").asText());
        applicant
                .attach(transfer.caseId, "releaseProof", Scan.named("解除劳动关系证明.jpg"))
                .expect(201);
        return transfer;
    }

    /** The form of the releasing side, complete. */
    static Map<String, Object> form(Api applicant, String person, Member receiving, String division) {
        Map<String, Object> form = new HashMap<>();
        form.put("personId", applicant.option(PROCEDURE, "personId", person));
        form.put("entryDivision", division);
        form.put("receivingOrgId", applicant.option(PROCEDURE, "receivingOrgId", receiving.title()));
        form.put("departureDate", "2026-11-20");
        form.put("releaseProofSealed", true);
        return form;
    }

    /** A case that waits for the receiving organisation. */
    public static Transfer submitted(
            Server server, Member releasing, String person, Member receiving, String division) {
        Transfer transfer = draft(server, releasing, person, receiving, division);
        transfer.applicant().submit(transfer.caseId).ok();
        return transfer;
    }

    /** The same case, once its applicant has named another receiving organisation. */
    Transfer towards(Member other) {
        return new Transfer(server, releasing, other, caseId);
    }

    public String caseId() {
        return caseId;
    }

    Api applicant() {
        return server.as(releasing.login());
    }

    Api receiver() {
        return server.as(receiving.login());
    }

    /** The case as its applicant sees it. */
    JsonNode view() {
        return applicant().view(caseId);
    }

    String number() {
        return view().path("number").asText();
    }

    String stateTitle() {
        return view().path("stateTitle").asText();
    }

    /** The receiving organisation hands in all its scans. */
    Transfer attachReceivingSide() {
        Api receiver = receiver();
        String task = receiver.taskOf(caseId);
        Scan.pages(3)
                .forEach(page -> receiver.attachToTask(task, "contract", page).expect(201));
        receiver.attachToTask(task, "insurance", Scan.named("社保缴费清单.pdf")).expect(201);
        List.of("证书一.png", "证书二.jpg").forEach(name -> receiver.attachToTask(task, "certificateScan", Scan.named(name))
                .expect(201));
        return this;
    }

    static Map<String, Object> receivingForm() {
        return Map.of(
                "contractFrom", "2026-11-23", "insuredFrom", "2026-11", "post", "TESTER", "insuranceSealed", true);
    }

    public Transfer receive() {
        attachReceivingSide();
        decide(receiving.login(), "APPROVE", "", receivingForm()).ok();
        return this;
    }

    /** A city agrees, having seen the originals and their seals. */
    Transfer cityAgrees(Member member) {
        decide(member.city(), "APPROVE", "材料齐全", Map.of("originalsSeen", true, "sealsSeen", true))
                .ok();
        return this;
    }

    /** All cities concerned agree: two, or one where both organisations lie in it. */
    Transfer citiesAgree() {
        cityAgrees(releasing);
        return releasing.city().equals(receiving.city()) ? this : cityAgrees(receiving);
    }

    Transfer provinceAgrees() {
        decide(PROVINCE, "APPROVE", "同意", Map.of()).ok();
        return this;
    }

    /** Everything up to the announcement. */
    Transfer approved() {
        return receive().citiesAgree().provinceAgrees();
    }

    Transfer printAndMail() {
        decide(PROVINCE, "CONFIRM", "", Map.of("waybillNo", "SF1000000001")).ok();
        return this;
    }

    Transfer handOut() {
        decide(receiving.city(), "CONFIRM_HANDED_OUT", "", Map.of("handedOutOn", "2026-11-23", "receiver", "蒋示领"))
                .ok();
        return this;
    }

    /** Somebody decides the task that waits for it in this case. */
    Answer decide(String login, String decision, String opinion, Map<String, ?> form) {
        Api actor = server.as(login);
        return actor.decide(actor.taskOf(caseId), decision, opinion, form);
    }
}

package org.zhijian.itests.modules;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.zhijian.api.check.Uscc;
import org.zhijian.itests.http.Answer;
import org.zhijian.itests.http.Api;
import org.zhijian.itests.http.Scan;
import org.zhijian.itests.server.Server;

/**
 * One town with its toys on a server: its versions come, and matters are filed and decided in it.
 *
 * @param id id of the jurisdiction
 * @param uscc code of its only maker
 */
public record Toyshop(Server server, String id, String uscc) {
    private static final String MODULES = "/api/v1/admin/modules";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A credit code for a maker, one for each number. */
    public static String code(int number) {
        String body = "91320200PDX%06d".formatted(number);
        return body + Uscc.checkCharacter(body);
    }

    /** A version whose only step has this title. */
    public Toys version(String number, String step) {
        return Toys.good(id, number).with("STEP", step).with("USCC", uscc);
    }

    public Answer install(Toys toys) {
        return install(toys.jar());
    }

    public Answer install(byte[] jar) {
        return operator().upload(MODULES, "module", new Scan(id + ".jar", "application/java-archive", jar));
    }

    void drop(Toys toys) {
        drop(toys.version(), toys.jar());
    }

    /** Puts the jar into the folder of modules, whole from the first moment on. */
    public void drop(String version, byte[] jar) {
        Path folder = server.setup().data().resolve("deploy");
        try {
            Path half = Files.write(folder.resolve(id + ".part"), jar);
            Files.move(half, folder.resolve(id + "-" + version + ".jar"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The versions and how far each has come, the newest first. */
    List<String> states() {
        return Answer.stream(operator().get(MODULES).ok().path("items"))
                .filter(module -> module.path("id").asText().equals(id))
                .map(module -> module.path("version").asText() + " "
                        + module.path("state").asText())
                .toList();
    }

    public void awaitStates(String... states) {
        await("the versions of " + id).atMost(PATIENCE).until(this::states, List.of(states)::equals);
    }

    /** Files a toy. @return the id of the case */
    public String filed(String toy) {
        Api maker = maker();
        String started = maker.post(
                        "/api/v1/jurisdictions/" + id + "/procedures/toy-filing/cases",
                        Map.of("form", Map.of("name", toy)))
                .expect(201)
                .json()
                .path("id")
                .asText();
        maker.submit(started).ok();
        return started;
    }

    /** The case as its maker sees it. */
    public JsonNode view(String caseId) {
        return maker().view(caseId);
    }

    /** The title of the step that the case waits at. */
    public String stepOf(String caseId) {
        Api office = office();
        return office.get("/api/v1/tasks/" + office.taskOf(caseId))
                .ok()
                .path("title")
                .asText();
    }

    /** The office agrees. @return the state of the case */
    public String approve(String caseId) {
        Api office = office();
        return office.decide(office.taskOf(caseId), "APPROVE", "", Map.of())
                .ok()
                .path("state")
                .asText();
    }

    public Api maker() {
        return server.as(id, "maker");
    }

    private Api office() {
        return server.as(id, id + "-office");
    }

    Api operator() {
        return server.as("", "admin");
    }
}

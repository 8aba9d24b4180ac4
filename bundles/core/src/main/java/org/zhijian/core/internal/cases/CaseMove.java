package org.zhijian.core.internal.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhijian.api.chain.CaseState;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Step;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Migration;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.internal.privacy.PersonalFields;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.TaskEntity;
import org.zhijian.core.internal.store.entity.TaskState;
import org.zhijian.core.words.Answer;

/**
 * One open case on its way from the definition that it was started under to a later one. It tells why it cannot go, as far as that can be told from
 * what is stored, and goes. One for each case; not thread-safe.
 *
 * @param tasks all of the case
 * @param attachments all of the case, replaced ones too: who may see them depends on their step
 */
record CaseMove(
        CaseEntity entity,
        List<TaskEntity> tasks,
        List<AttachmentEntity> attachments,
        Procedure old,
        Procedure next,
        Migration migration) {

    /** Fits into the opinion of an entry. */
    private static final int LONGEST = 1900;

    /** What the form holds afterwards. */
    FormData form() {
        return migration.moved(Json.form(entity.form()));
    }

    /** Why it has to stay; empty if its steps, actors and attachments have a place. */
    Optional<String> obstacle() {
        if (entity.supplement() != null && entity.state() == CaseState.TO_MODIFY) {
            return Optional.of("正在补正材料，补正后再迁移");
        }
        Map<String, Object> filledIn = Json.form(entity.form()).values();
        Optional<String> taken = migration.fields().entrySet().stream()
                .filter(field -> filledIn.containsKey(field.getKey()) && filledIn.containsKey(field.getValue()))
                .filter(field -> !migration.dropped().contains(field.getValue())
                        && !migration.fields().containsKey(field.getValue()))
                .map(field -> "“" + label(field.getValue()) + "”已有内容，不能再放入“" + label(field.getKey()) + "”的内容")
                .findFirst();
        return taken.or(() ->
                        tasks.stream().flatMap(task -> obstacle(task).stream()).findFirst())
                .or(this::obstacleOfCorrector)
                .or(() -> attachments.stream()
                        .filter(AttachmentEntity::current)
                        .filter(attachment -> !hasPlace(attachment))
                        .map(attachment -> "材料“" + slotTitle(attachment) + "”在新版本中没有位置")
                        .findFirst());
    }

    private String label(String field) {
        return old.applicantForm().field(field).map(Field::label).orElse(field);
    }

    private Optional<String> obstacle(TaskEntity task) {
        Optional<Step> step = next.step(migration.stepNow(task.step()));
        if (step.isEmpty()) {
            return Optional.of("环节“" + task.title() + "”在新版本中没有对应的环节");
        }
        boolean open = task.state() == TaskState.OPEN;
        boolean sameKind = step.orElseThrow().actors().stream()
                .anyMatch(actor -> actor.kind().name().equals(task.assigneeKind()));
        return open && !sameKind ? Optional.of("环节“" + task.title() + "”在新版本中由另一类单位办理") : Optional.empty();
    }

    private Optional<String> obstacleOfCorrector() {
        return Optional.ofNullable(entity.corrector())
                .filter(corrector -> !corrector.equals(Corrector.APPLICANT))
                .filter(corrector -> next.step(migration.stepNow(corrector)).isEmpty())
                .map(corrector -> "负责修改的环节在新版本中没有对应的环节");
    }

    private boolean hasPlace(AttachmentEntity attachment) {
        List<Slot> slots = attachment.step() == null
                ? next.slots()
                : next.step(migration.stepNow(attachment.step()))
                        .map(Step::slots)
                        .orElse(List.of());
        return slots.stream().anyMatch(slot -> slot.id().equals(attachment.slot()));
    }

    private String slotTitle(AttachmentEntity attachment) {
        List<Slot> slots = attachment.step() == null
                ? old.slots()
                : old.step(attachment.step()).map(Step::slots).orElse(List.of());
        return slots.stream()
                .filter(slot -> slot.id().equals(attachment.slot()))
                .map(Slot::title)
                .findFirst()
                .orElse(attachment.slot());
    }

    /** What stood in fields that there are no more, for the log; personal data masked, blank if nothing is lost. */
    String lost() {
        FormData before = PersonalFields.hide(old.applicantForm(), Json.form(entity.form()));
        String words = migration.dropped().stream()
                .sorted()
                .flatMap(id -> old.applicantForm().field(id).stream())
                .filter(field -> before.has(field.id()))
                .map(field -> field.label() + "：" + word(field, before))
                .collect(Collectors.joining("；"));
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "……";
    }

    private static String word(Field field, FormData form) {
        return Answer.text(field, form);
    }

    /** Goes: the case is one of the later definition from then on. */
    void go(String definition) {
        FormData moved = form();
        entity.form(Json.write(moved));
        if (entity.formBefore() != null) {
            entity.formBefore(Json.write(migration.moved(Json.form(entity.formBefore()))));
        }
        entity.definition(definition);
        entity.route(entity.route().stream().map(migration::stepNow).toList());
        if (entity.corrector() != null && !entity.corrector().equals(Corrector.APPLICANT)) {
            entity.corrector(migration.stepNow(entity.corrector()));
        }
        for (TaskEntity task : tasks) {
            Step step = next.step(migration.stepNow(task.step())).orElseThrow();
            boolean open = task.state() == TaskState.OPEN;
            task.moved(step.id(), open ? step.title() : task.title());
        }
        attachments.stream()
                .filter(attachment -> attachment.step() != null)
                .forEach(attachment -> attachment.step(migration.stepNow(attachment.step())));
        stand();
    }

    /** In the words of the later definition. */
    private void stand() {
        if (entity.step() != null) {
            Step step = next.step(migration.stepNow(entity.step())).orElseThrow();
            entity.step(step.id());
            if (entity.state() != CaseState.TO_MODIFY) {
                entity.state(step.waiting().state());
                entity.stateLabel(step.waiting().label());
            }
        } else if (entity.state() == CaseState.DRAFT) {
            entity.stateLabel(next.words().draft());
        }
    }
}

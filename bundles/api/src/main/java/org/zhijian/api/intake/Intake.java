package org.zhijian.api.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.procedure.Subject;

/**
 * A channel by which other systems push messages in (数据接收). A message that the form does not take is refused at once, with what is wrong.
 * Any other is stored and acknowledged before anything follows from it; then the rules judge it, in a transaction of its own. If one of them
 * forbids it, it goes to quarantine with the reasons, where people mend, replay or discard it; otherwise the effects happen. Messages with
 * one key are judged one after the other, as they came.
 *
 * <p>A message that comes again, the same in every field, is the same message. One with a known key and another content is refused, unless the
 * channel has versions: then a higher version is a new message, also for one in quarantine, which it supersedes; a lower one is stale and
 * changes nothing. A message that people have discarded leaves its key free.
 *
 * <p>Form, key and version are kept by the core, so that messages are taken in, by the same answers, while the module is not running.
 *
 * @param id stable id in lower case with hyphens, unique in its jurisdiction
 * @param title Chinese title
 * @param form what a message consists of; no references, since other systems do not know our ids
 * @param key ids of the required fields that together name what a message speaks of
 * @param version id of the required whole number that counts the states of one key; blank if there is one message for each key
 * @param subjects whom and what a message is about, beside its key; see {@link Subject}
 * @param rules what is asked of a message, beyond its form
 * @param accepted what happens when no rule forbids
 * @param refused what happens when one does
 */
public record Intake(
        String id,
        String title,
        Form form,
        List<String> key,
        String version,
        Function<IntakeFacts, Set<Subject>> subjects,
        List<Rule> rules,
        List<Accepted> accepted,
        List<Refused> refused) {

    /** A rule: a pure function of the facts. It changes nothing, does not wait, keeps nothing. */
    @ConsumerType
    @FunctionalInterface
    public interface Rule {
        /**
         * What the rule has to say; never null, empty if nothing. An error sends the message to quarantine. Its field is named as in the
         * message, a cell of a table by {@code people[0].idNo}.
         */
        List<Finding> check(IntakeFacts facts);
    }

    /** What a message does to registers, people and firms. It runs inside the transaction that notes that the message is done. */
    @ConsumerType
    @FunctionalInterface
    public interface Accepted {
        void apply(IntakeFacts facts, Changes changes);
    }

    /** What follows when a message goes to quarantine, such as an answer to its sender; in the transaction that notes it. */
    @ConsumerType
    @FunctionalInterface
    public interface Refused {
        /** @param errors why, at least one */
        void apply(IntakeFacts facts, List<Finding> errors, Changes changes);
    }

    public Intake {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(form);
        key = List.copyOf(key);
        Objects.requireNonNull(version);
        Objects.requireNonNull(subjects);
        rules = List.copyOf(rules);
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }

    /** Starts a channel; {@code key} names the fields that tell its messages apart. */
    public static Intake channel(String id, String title, Form form, String... key) {
        return new Intake(id, title, form, List.of(key), "", facts -> Set.of(), List.of(), List.of(), List.of());
    }

    /** A key may come again with a higher version. */
    public Intake versionedBy(String field) {
        return new Intake(id, title, form, key, field, subjects, rules, accepted, refused);
    }

    /** Whom and what a message is about; messages and cases with a common subject are decided one after the other. */
    public Intake about(Function<IntakeFacts, Set<Subject>> found) {
        return new Intake(id, title, form, key, version, found, rules, accepted, refused);
    }

    /** Rules that a message must pass, after those that are there. */
    public Intake rules(Rule... more) {
        return new Intake(id, title, form, key, version, subjects, joined(rules, more), accepted, refused);
    }

    /** What happens with a message that passes, after what is there. */
    public Intake then(Accepted... more) {
        return new Intake(id, title, form, key, version, subjects, rules, joined(accepted, more), refused);
    }

    /** What happens when a message goes to quarantine, after what is there. */
    public Intake otherwise(Refused... more) {
        return new Intake(id, title, form, key, version, subjects, rules, accepted, joined(refused, more));
    }

    public boolean isVersioned() {
        return !version.isBlank();
    }

    /** The key of a message, one text for each of its fields. */
    public List<String> keyOf(FormData message) {
        return key.stream().map(message::text).toList();
    }

    /** The version of a message; 0 if the channel has none. */
    public long versionOf(FormData message) {
        return isVersioned()
                ? message.decimal(version).map(BigDecimal::longValue).orElse(0L)
                : 0;
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T> there, T... more) {
        List<T> all = new ArrayList<>(there);
        all.addAll(List.of(more));
        return all;
    }
}

package org.zhijian.core.internal.definition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Menu;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Options;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.notice.CaseMessage;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.procedure.Guard;
import org.zhijian.api.procedure.Migration;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.query.Source;
import org.zhijian.api.register.DayRule;
import org.zhijian.api.register.Dictionary;
import org.zhijian.api.register.RecordAct;
import org.zhijian.api.register.Register;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.internal.store.Hashes;
import org.zhijian.core.internal.store.Json;

/**
 * The data part of a procedure as JSON, and back. What comes back shows everything and does nothing: its guards, effects and routings are
 * those of no module. The same definition always gives the same JSON, and so the same hash. Thread-safe.
 */
public final class DefinitionCodec {
    private static final JsonMapper MAPPER = mapper();

    private DefinitionCodec() {}

    public static String write(Procedure procedure) {
        try {
            return MAPPER.writeValueAsString(procedure);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot be written as JSON: procedure " + procedure.id(), unwritable);
        }
    }

    /** What a jurisdiction shows, without what it does. */
    public static String write(Descriptor descriptor) {
        try {
            return MAPPER.writeValueAsString(descriptor);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot be written as JSON: " + descriptor.id(), unwritable);
        }
    }

    /** A jurisdiction that shows everything and does nothing: its records have no acts, and nothing comes in or goes out. */
    public static Descriptor readDescriptor(String json) {
        try {
            return MAPPER.readValue(json, Descriptor.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored jurisdiction cannot be read", unreadable);
        }
    }

    /** The content hash: the name under which the definition is kept. */
    public static String hash(String json) {
        return Hashes.sha256(json);
    }

    public static Procedure read(String json) {
        try {
            return MAPPER.readValue(json, Procedure.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored definition cannot be read", unreadable);
        }
    }

    /** The data part of a channel of incoming messages: what they consist of and how they are told apart. */
    private record IntakeData(String id, String title, Form form, List<String> key, String version) {}

    public static String write(Intake intake) {
        IntakeData data = new IntakeData(intake.id(), intake.title(), intake.form(), intake.key(), intake.version());
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot be written as JSON: intake " + intake.id(), unwritable);
        }
    }

    /** A channel that takes messages and does nothing with them. */
    public static Intake readIntake(String json) {
        try {
            IntakeData data = MAPPER.readValue(json, IntakeData.class);
            return Intake.channel(
                            data.id(), data.title(), data.form(), data.key().toArray(String[]::new))
                    .versionedBy(data.version());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored channel cannot be read", unreadable);
        }
    }

    private static JsonMapper mapper() {
        SimpleModule inert = new SimpleModule("definitions")
                .addDeserializer(Procedure.class, new InertDeserializers.OfProcedure())
                .addDeserializer(Chain.Branch.class, new InertDeserializers.OfBranch())
                .addDeserializer(Step.class, new InertDeserializers.OfStep())
                .addDeserializer(Actor.class, new InertDeserializers.OfActor())
                .addDeserializer(Descriptor.class, new InertDeserializers.OfDescriptor())
                .addDeserializer(Register.class, new InertDeserializers.OfRegister())
                .addSerializer(Set.class, new Sorted());
        return Json.builder()
                .addModule(inert)
                .addMixIn(Descriptor.class, DescriptorData.class)
                .addMixIn(Register.class, RegisterData.class)
                .addMixIn(Menu.class, MenuTypes.class)
                .addMixIn(Procedure.class, ProcedureData.class)
                .addMixIn(Step.class, StepData.class)
                .addMixIn(Actor.class, ActorData.class)
                .addMixIn(Withdrawal.class, WithdrawalData.class)
                .addMixIn(Chain.class, ChainTypes.class)
                .addMixIn(Chain.Branch.class, BranchData.class)
                .addMixIn(Condition.class, ConditionTypes.class)
                .addMixIn(FieldType.class, FieldTypes.class)
                .addMixIn(FieldType.Reference.class, ReferenceData.class)
                .build();
    }

    /** Immutable sets come in another order in each run of the JVM; what is hashed must not. */
    @SuppressWarnings("rawtypes")
    private static final class Sorted extends JsonSerializer<Set> {
        @Override
        public void serialize(Set items, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeStartArray();
            for (Object item : new TreeSet<>((Set<?>) items)) {
                json.writeString(item.toString());
            }
            json.writeEndArray();
        }
    }

    private abstract static class DescriptorData {
        @JsonIgnore
        List<Channel<?>> channels;

        @JsonIgnore
        List<Registration> registrations;

        @JsonIgnore
        List<Intake> intakes;

        @JsonIgnore
        List<Dictionary> dictionaries;

        @JsonIgnore
        List<Source<?>> answers;
    }

    private abstract static class RegisterData {
        @JsonIgnore
        Class<?> type;

        @JsonIgnore
        Function<?, String> naming;

        @JsonIgnore
        List<RecordAct<?>> acts;

        @JsonIgnore
        List<DayRule<?>> dayRules;
    }

    private abstract static class ProcedureData {
        @JsonIgnore
        Function<CaseFacts, FormData> prefilled;

        @JsonIgnore
        List<Guard> offered;

        @JsonIgnore
        List<Guard> guards;

        @JsonIgnore
        Function<CaseFacts, Set<Subject>> subjects;

        @JsonIgnore
        List<Effect> submitted;

        @JsonIgnore
        List<Effect> resubmitted;

        @JsonIgnore
        List<Effect> returned;

        @JsonIgnore
        List<Effect> ended;

        @JsonIgnore
        List<CaseMessage> messages;

        @JsonIgnore
        Function<CaseFacts, FormData> known;

        @JsonIgnore
        List<Migration> migrations;

        // What says nothing out of the ordinary is not written, so that the hashes of definitions before there were
        // such words stand.
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> listed;

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = UsualWords.class)
        Procedure.Words words;
    }

    /** Equal to the words that are left out. */
    static final class UsualWords {
        @Override
        public boolean equals(Object words) {
            return words == null || words.equals(Procedure.Words.USUAL);
        }

        @Override
        public int hashCode() {
            return Procedure.Words.USUAL.hashCode();
        }
    }

    private abstract static class StepData {
        @JsonIgnore
        List<Guard> guards;

        @JsonIgnore
        List<Effect> effects;
    }

    private abstract static class BranchData {
        @JsonIgnore
        Chain.Rule rule;
    }

    private abstract static class WithdrawalData {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean draft;
    }

    private abstract static class ActorData {
        @JsonIgnore
        Actor.Routing routing;
    }

    private abstract static class ReferenceData {
        @JsonIgnore
        Options options;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.class, name = "step"),
        @JsonSubTypes.Type(value = Chain.Sequence.class, name = "sequence"),
        @JsonSubTypes.Type(value = Chain.Choice.class, name = "choice")
    })
    private interface ChainTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Menu.Group.class, name = "group"),
        @JsonSubTypes.Type(value = Menu.Matter.class, name = "matter"),
        @JsonSubTypes.Type(value = Menu.Review.class, name = "review"),
        @JsonSubTypes.Type(value = Menu.Records.class, name = "records")
    })
    private interface MenuTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Condition.Always.class, name = "always"),
        @JsonSubTypes.Type(value = Condition.Never.class, name = "never"),
        @JsonSubTypes.Type(value = Condition.In.class, name = "in"),
        @JsonSubTypes.Type(value = Condition.Not.class, name = "not"),
        @JsonSubTypes.Type(value = Condition.AllOf.class, name = "allOf"),
        @JsonSubTypes.Type(value = Condition.AnyOf.class, name = "anyOf")
    })
    private interface ConditionTypes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FieldType.Text.class, name = "text"),
        @JsonSubTypes.Type(value = FieldType.Whole.class, name = "whole"),
        @JsonSubTypes.Type(value = FieldType.Decimal.class, name = "decimal"),
        @JsonSubTypes.Type(value = FieldType.Day.class, name = "day"),
        @JsonSubTypes.Type(value = FieldType.Month.class, name = "month"),
        @JsonSubTypes.Type(value = FieldType.Flag.class, name = "flag"),
        @JsonSubTypes.Type(value = FieldType.Choice.class, name = "choice"),
        @JsonSubTypes.Type(value = FieldType.Reference.class, name = "reference"),
        @JsonSubTypes.Type(value = FieldType.Region.class, name = "region"),
        @JsonSubTypes.Type(value = FieldType.Table.class, name = "table")
    })
    private interface FieldTypes {}
}

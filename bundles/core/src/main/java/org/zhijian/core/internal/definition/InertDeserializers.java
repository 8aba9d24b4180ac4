package org.zhijian.core.internal.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Menu;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.Portal;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Assignee;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Stage;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.directory.Office;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/** Read back the records whose code part is not stored, with code that does nothing in its place. */
final class InertDeserializers {
    private InertDeserializers() {}

    /** Reads the parts of one JSON object. */
    private record Parts(ObjectCodec codec, JsonNode node) {
        static Parts of(JsonParser parser) throws IOException {
            return new Parts(parser.getCodec(), parser.readValueAsTree());
        }

        String text(String name) {
            return node.path(name).asText();
        }

        /** False for what definitions of an older platform do not have. */
        boolean has(String name) {
            return node.has(name);
        }

        <T> T one(String name, Class<T> type) throws JsonProcessingException {
            return codec.treeToValue(node.get(name), type);
        }

        <T> List<T> many(String name, Class<T> type) throws JsonProcessingException {
            List<T> items = new ArrayList<>();
            for (JsonNode item : node.path(name)) {
                items.add(codec.treeToValue(item, type));
            }
            return items;
        }
    }

    static final class OfProcedure extends JsonDeserializer<Procedure> {
        @Override
        public Procedure deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Parts parts = Parts.of(parser);
            return new Procedure(
                    parts.text("id"),
                    parts.text("title"),
                    parts.one("startedBy", Starter.class),
                    parts.one("form", Form.class),
                    facts -> FormData.EMPTY,
                    parts.many("slots", Slot.class),
                    List.of(),
                    List.of(),
                    parts.one("chain", Chain.class),
                    parts.one("withdrawal", Withdrawal.class),
                    parts.one("closing", Stage.class),
                    facts -> Set.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    parts.one("guide", Procedure.Guide.class),
                    List.of(),
                    facts -> FormData.EMPTY,
                    parts.many("listed", String.class),
                    parts.has("words") ? parts.one("words", Procedure.Words.class) : Procedure.Words.USUAL,
                    List.of());
        }
    }

    /** The record of a register whose module does not run: what is kept is shown, nothing is made of it. */
    private record Kept() {}

    static final class OfDescriptor extends JsonDeserializer<Descriptor> {
        @Override
        public Descriptor deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Parts parts = Parts.of(parser);
            List<Register<?>> registers = new ArrayList<>();
            parts.many("registers", Register.class).forEach(registers::add);
            return new Descriptor(
                    parts.text("id"),
                    parts.text("title"),
                    parts.text("numberPrefix"),
                    parts.text("regionCode"),
                    parts.one("portal", Portal.class),
                    parts.many("offices", Office.class),
                    parts.many("organisationTypes", OrganisationType.class),
                    parts.many("procedures", Procedure.class),
                    registers,
                    parts.many("menu", Menu.class),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    @SuppressWarnings("rawtypes")
    static final class OfRegister extends JsonDeserializer<Register> {
        @Override
        public Register deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Parts parts = Parts.of(parser);
            return new Register<>(
                    parts.text("id"),
                    parts.text("title"),
                    Kept.class,
                    parts.one("machine", StatusMachine.class),
                    parts.node().path("open").asBoolean(),
                    kept -> "",
                    parts.many("columns", Register.ColumnInfo.class),
                    List.of(),
                    parts.node().hasNonNull("printout")
                            ? Optional.of(parts.one("printout", Printout.class))
                            : Optional.empty(),
                    List.of());
        }
    }

    static final class OfBranch extends JsonDeserializer<Chain.Branch> {
        @Override
        public Chain.Branch deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Parts parts = Parts.of(parser);
            return new Chain.Branch(
                    parts.one("when", Condition.class), Chain.Rule.ALWAYS, parts.one("then", Chain.class));
        }
    }

    static final class OfStep extends JsonDeserializer<Step> {
        @Override
        public Step deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Parts parts = Parts.of(parser);
            return new Step(
                    parts.text("id"),
                    parts.text("title"),
                    parts.one("mode", Step.Mode.class),
                    parts.many("actors", Actor.class),
                    parts.many("decisions", DecisionOption.class),
                    parts.one("form", Form.class),
                    parts.many("slots", Slot.class),
                    parts.node().get("workingDays").asInt(),
                    parts.text("silence"),
                    parts.node().path("claimable").asBoolean(),
                    parts.many("handOver", String.class),
                    parts.node().path("sameReviewer").asBoolean(),
                    parts.one("waiting", Stage.class),
                    parts.many("correctors", Corrector.class),
                    List.of(),
                    List.of());
        }

        @Override
        public Object deserializeWithType(
                JsonParser parser, DeserializationContext context, TypeDeserializer typeDeserializer)
                throws IOException {
            return typeDeserializer.deserializeTypedFromObject(parser, context);
        }
    }

    static final class OfActor extends JsonDeserializer<Actor> {
        @Override
        public Actor deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Parts parts = Parts.of(parser);
            Assignee.Kind kind = parts.one("kind", Assignee.Kind.class);
            return new Actor(kind, parts.text("label"), parts.text("officeId"), facts -> {
                throw new IllegalStateException("the module of this definition is not running");
            });
        }
    }
}

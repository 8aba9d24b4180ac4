package org.zhijian.core.internal.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.notice.Answer;
import org.zhijian.api.notice.Channel;
import org.zhijian.core.internal.cases.CaseChanges;
import org.zhijian.core.internal.http.HttpCall;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.internal.outbox.Carrier;
import org.zhijian.core.internal.outbox.OutboxMessage;
import org.zhijian.core.internal.registers.RecordJson;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.internal.store.Storable;
import org.zhijian.core.notices.Medium;

/** Pushes payloads to other agencies and hands their answers to the jurisdiction that pushed. Thread-safe. */
@Component(service = AgencyCarrier.class)
public final class AgencyCarrier implements Carrier {
    private static final int WIDTH = 4;
    private static final int TEXT_LENGTH = 4000;
    private static final int REASON_LENGTH = 200;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** The receiver has understood and will not take this content, now or later. */
    private static final Set<Integer> REFUSED = Set.of(400, 409, 410, 422);

    private final Modules modules;
    private final ChannelAddresses addresses;
    private final Enclosures enclosures;
    private final Time time;

    @Activate
    public AgencyCarrier(
            @Reference Modules modules,
            @Reference ChannelAddresses addresses,
            @Reference Enclosures enclosures,
            @Reference Time time) {
        this.modules = modules;
        this.enclosures = enclosures;
        this.addresses = addresses;
        this.time = time;
    }

    @Override
    public Medium medium() {
        return Medium.AGENCY;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Outcome deliver(OutboxMessage message) {
        Optional<Channel<?>> channel =
                modules.descriptor(message.jurisdiction()).flatMap(descriptor -> descriptor.channel(message.target()));
        if (channel.isEmpty()) {
            return new Outcome.Held("业务模块未启用，启用后发送");
        }
        Optional<ChannelAddress> address = addresses.of(message.jurisdiction(), message.target());
        if (address.isEmpty()) {
            return new Outcome.Held("未配置接收地址，配置后发送");
        }
        try {
            String body =
                    enclosures.enclose(message.jurisdiction(), channel.get().type(), message.payload());
            HttpCall.Reply reply = address.get().push(message.clientMsgId(), body, Json.map(message.payload()));
            return judged(message, channel.get(), reply);
        } catch (IOException unreachable) {
            return new Outcome.Failed(unreachable.getMessage());
        }
    }

    private <P extends Record> Outcome judged(OutboxMessage message, Channel<P> channel, HttpCall.Reply reply) {
        if (!reply.isSuccess() && !REFUSED.contains(reply.status())) {
            return new Outcome.Failed("对方应答 " + reply.status() + "：" + Storable.text(REASON_LENGTH, reply.body()));
        }
        if (!reply.isSuccess() && !channel.listens()) {
            return new Outcome.Refused("对方拒收 " + reply.status() + "：" + Storable.text(REASON_LENGTH, reply.body()));
        }
        Answer answer = new Answer(
                reply.isSuccess(), reply.status(), values(reply.body()), Storable.text(TEXT_LENGTH, reply.body()));
        P payload = RecordJson.read(message.payload(), channel.type());
        return new Outcome.Arrived(em ->
                ModuleCode.run(message.jurisdiction(), "the answer to channel " + channel.id(), () -> channel.answered()
                        .apply(
                                payload,
                                answer,
                                new CaseChanges(em, message.jurisdiction(), message.caseId(), "", time.now()))));
    }

    /** The object that an answer is, without what it leaves open; empty if it is none. */
    private static Map<String, Object> values(String body) {
        try {
            Map<String, Object> values = Json.MAPPER.readValue(body, OBJECT);
            if (values == null) {
                return Map.of();
            }
            values.values().removeIf(Objects::isNull);
            return values;
        } catch (JsonProcessingException otherwise) {
            return Map.of();
        }
    }
}

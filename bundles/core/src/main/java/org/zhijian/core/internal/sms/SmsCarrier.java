package org.zhijian.core.internal.sms;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.zhijian.core.internal.outbox.Carrier;
import org.zhijian.core.internal.outbox.OutboxMessage;
import org.zhijian.core.internal.outbox.SmsPayload;
import org.zhijian.core.internal.settings.Settings;
import org.zhijian.core.internal.store.Json;
import org.zhijian.core.notices.Medium;
import org.zhijian.core.sms.Sms;
import org.zhijian.core.sms.SmsException;
import org.zhijian.core.sms.SmsGateway;

/** Carries SMS to the gateway that is there: in a demonstration always to the mailbox, so that nobody is ever written to. Thread-safe. */
@Component(service = SmsCarrier.class)
public final class SmsCarrier implements Carrier {
    private static final int WIDTH = 8;

    private final Optional<SmsGateway> mailbox;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SmsGateway gateway;

    @Activate
    public SmsCarrier(@Reference Settings settings, @Reference DemoMailbox mailbox) {
        this.mailbox = settings.demonstration() ? Optional.of(mailbox) : Optional.empty();
    }

    /** For a gateway that is always there. */
    SmsCarrier(SmsGateway gateway) {
        this.mailbox = Optional.of(gateway);
    }

    @Override
    public Medium medium() {
        return Medium.SMS;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public Outcome deliver(OutboxMessage message) {
        SmsGateway present = mailbox.orElse(gateway);
        if (present == null) {
            return new Outcome.Failed("未配置短信网关");
        }
        SmsPayload payload = Json.read(message.payload(), SmsPayload.class);
        try {
            present.send(new Sms(
                    message.target(), message.template(), payload.params(), payload.text(), message.clientMsgId()));
            return Outcome.arrived();
        } catch (SmsException refused) {
            return new Outcome.Failed(refused.getMessage());
        }
    }
}

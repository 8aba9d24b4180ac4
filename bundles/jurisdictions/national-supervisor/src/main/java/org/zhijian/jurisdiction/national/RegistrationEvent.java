package org.zhijian.jurisdiction.national;

import java.util.List;
import org.zhijian.api.notice.Channel;

/** NS-I2. What the platforms of the trade and of the provinces learn of a registration; personal data masked. */
record RegistrationEvent(
        String registrationNo,
        int version,
        String type,
        String person,
        String orgUscc,
        List<String> specialties,
        String status,
        String validFrom,
        String validTo,
        String decidedOn) {

    static final Channel<RegistrationEvent> EVENTS = Channel.channel(
                    "registration-events",
                    "注册信息推送",
                    RegistrationEvent.class,
                    event -> event.registrationNo() + "/" + event.version())
            .inOrderOf(RegistrationEvent::registrationNo);
}

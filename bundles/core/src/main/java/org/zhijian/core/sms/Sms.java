package org.zhijian.core.sms;

import java.util.Map;
import java.util.Objects;

/**
 * One SMS.
 *
 * @param mobile whom it goes to
 * @param templateId the carrier's template
 * @param params what the template's places are filled with
 * @param text the text as it reads when filled in, for carriers without templates
 * @param clientMsgId the same with every try of the same message: a carrier that knows it does not send twice
 */
public record Sms(String mobile, String templateId, Map<String, String> params, String text, String clientMsgId) {
    public Sms {
        Objects.requireNonNull(mobile);
        Objects.requireNonNull(templateId);
        params = Map.copyOf(params);
        Objects.requireNonNull(text);
        Objects.requireNonNull(clientMsgId);
    }
}

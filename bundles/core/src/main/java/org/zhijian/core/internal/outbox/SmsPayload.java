package org.zhijian.core.internal.outbox;

import java.util.Map;

/** An SMS as it waits in the outbox. */
public record SmsPayload(Map<String, String> params, String text) {}

package org.zhijian.rest;

import org.zhijian.core.events.Events;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.intake.Reception;
import org.zhijian.core.notices.Messages;
import org.zhijian.core.notices.OutgoingMessages;

/** The services of the core by which the system tells people and other systems, and is told. */
record Communication(
        Messages messages, Events events, OutgoingMessages outgoing, Reception reception, IncomingMessages incoming) {}

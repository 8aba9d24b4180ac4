package org.zhijian.api.intake;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.form.FormData;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Query;
import org.zhijian.api.register.Registers;

/**
 * A message and the world around it, as rules and effects of its channel see them: everything of one transaction. Not thread-safe, not to be
 * kept.
 */
@ProviderType
public interface IntakeFacts {
    LocalDate today();

    /** The message, checked against the channel's form and brought into its shape; as mended where somebody has mended it. */
    FormData message();

    /** Id of the receipt that the sender holds. */
    String receiptId();

    /** Client id of the agency that sent it. */
    String sender();

    /**
     * How often this message has been judged, from 1: it is judged again after it has been mended or replayed. Part of the key of an answer
     * that is pushed back, where each judgement is to be told.
     */
    int attempt();

    Directory directory();

    Registers registers();

    /** What all jurisdictions together know about a person in answer to a question. */
    <A extends Record> Answers<A> ask(Query<A> query, String personId);
}

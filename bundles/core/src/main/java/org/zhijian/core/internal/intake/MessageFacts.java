package org.zhijian.core.internal.intake;

import java.time.LocalDate;
import org.zhijian.api.directory.Directory;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Query;
import org.zhijian.api.register.Registers;

/**
 * What the code of a channel sees of a message.
 *
 * @param world the world as a case would see it that nobody has begun
 */
record MessageFacts(CaseFacts world, FormData message, String receiptId, String sender, int attempt)
        implements IntakeFacts {
    @Override
    public LocalDate today() {
        return world.today();
    }

    @Override
    public Directory directory() {
        return world.directory();
    }

    @Override
    public Registers registers() {
        return world.registers();
    }

    @Override
    public <A extends Record> Answers<A> ask(Query<A> query, String personId) {
        return world.ask(query, personId);
    }
}

package org.zhijian.core.modules;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;

/**
 * Open cases come over from earlier versions of a module to the one that runs, as far as that one declares how. Nothing else is touched: a case that
 * does not fit stays where it is and finishes there. Thread-safe.
 */
@ProviderType
public interface Migrations {

    /**
     * Cases that come over.
     *
     * @param from the version with which their definition came
     */
    record Move(String procedure, String title, String from, long cases) {}

    /** A case that stays, and why, as a Chinese sentence. */
    record Stay(String caseId, String number, String title, String reason) {}

    /**
     * What would happen, or has happened.
     *
     * @param version the version that they come over to
     * @param staying how many stay in all
     * @param stays the first of them
     */
    record Outcome(String id, String version, List<Move> moves, long staying, List<Stay> stays) {
        public Outcome {
            moves = List.copyOf(moves);
            stays = List.copyOf(stays);
        }

        /** How many come over. */
        public long moving() {
            return moves.stream().mapToLong(Move::cases).sum();
        }
    }

    /**
     * What would come over, without doing it.
     *
     * @throws org.zhijian.core.access.Refusal if the caller is not the operator, there has never been such a module, or it does not run
     */
    Outcome preview(Caller caller, String id);

    /**
     * Brings the cases over, each in a transaction of its own with an entry in its log. Once more it finds only what has stayed.
     *
     * @throws org.zhijian.core.access.Refusal as {@link #preview}
     */
    Outcome run(Caller caller, String id);
}

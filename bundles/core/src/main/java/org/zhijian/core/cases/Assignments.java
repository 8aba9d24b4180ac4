package org.zhijian.core.cases;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;

/**
 * Who of an office, and which office, takes a task in hand. The same for every jurisdiction; each act stands in the log of the case.
 * Thread-safe; refusals as in {@link Cases}.
 */
@ProviderType
public interface Assignments {
    /** How long a claimed task is hidden from colleagues. */
    Duration CLAIM = Duration.ofMinutes(30);

    /**
     * Where a task may go.
     *
     * @param colleagues other officers of the office that has it
     * @param offices other offices that its step allows, by id
     * @param advisers all other officers of the jurisdiction, who may be asked for an opinion
     */
    record Targets(List<Colleague> colleagues, List<Place> offices, List<Colleague> advisers) {
        public Targets {
            colleagues = List.copyOf(colleagues);
            offices = List.copyOf(offices);
            advisers = List.copyOf(advisers);
        }
    }

    /** An office, by id and name. */
    record Place(String id, String name) {}

    /** Takes a task up for {@link #CLAIM}; claiming it again begins that time anew. */
    TaskLine claim(Caller caller, Once once, String taskId);

    /** Gives up what the caller has claimed. */
    TaskLine release(Caller caller, Once once, String taskId);

    Targets targets(Caller caller, String taskId);

    /**
     * Gives a task to a colleague of the same office, who keeps it until he passes it on.
     *
     * @param loginName of the colleague
     * @param reason for the log; may be blank
     */
    TaskLine reassign(Caller caller, Once once, String taskId, String loginName, String reason);

    /**
     * Hands a task over to another office that its step allows. The deadline goes on.
     *
     * @param reason for the log and the other office; not blank
     */
    TaskLine handOver(Caller caller, Once once, String taskId, String officeId, String reason);
}

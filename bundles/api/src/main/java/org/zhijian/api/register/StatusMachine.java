package org.zhijian.api.register;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhijian.api.Titled;

/**
 * Which statuses a record may begin with and which may follow which. Staying in a status is always allowed.
 *
 * @param initial codes of the statuses a record may begin with
 * @param transitions codes of the statuses that may follow each
 */
public record StatusMachine(Set<String> initial, Map<String, Set<String>> transitions) {

    /** For registers without a status. */
    public static final StatusMachine NONE = new StatusMachine(Set.of(), Map.of());

    public StatusMachine {
        initial = Set.copyOf(initial);
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        transitions.forEach((from, to) -> copy.put(from, Set.copyOf(to)));
        transitions = Map.copyOf(copy);
    }

    /** A machine whose records begin with one of these statuses. */
    @SafeVarargs
    public static <S extends Enum<S> & Titled> StatusMachine beginningWith(S... statuses) {
        Set<String> codes = new LinkedHashSet<>();
        for (S status : statuses) {
            codes.add(status.name());
        }
        return new StatusMachine(codes, Map.of());
    }

    /** This machine with one more way: from any of these statuses to that one. */
    public <S extends Enum<S> & Titled> StatusMachine allow(Set<S> from, S to) {
        Map<String, Set<String>> more = new LinkedHashMap<>(transitions);
        from.forEach(status -> {
            Set<String> targets = new LinkedHashSet<>(more.getOrDefault(status.name(), Set.of()));
            targets.add(to.name());
            more.put(status.name(), targets);
        });
        return new StatusMachine(initial, more);
    }

    /** This machine with one more way from one status to another. */
    public <S extends Enum<S> & Titled> StatusMachine allow(S from, S to) {
        return allow(EnumSet.of(from), to);
    }

    /** True if a new record may have this status. */
    public boolean mayBegin(String status) {
        return initial.isEmpty() || initial.contains(status);
    }

    /** True if a record may go from one status to the other. */
    public boolean mayFollow(String from, String to) {
        return initial.isEmpty()
                || from.equals(to)
                || transitions.getOrDefault(from, Set.of()).contains(to);
    }

    /** The codes that may follow this one. */
    public List<String> after(String status) {
        return List.copyOf(transitions.getOrDefault(status, Set.of()));
    }
}

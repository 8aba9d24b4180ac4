package org.zhijian.architecture;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** What a package promised in its last release against what it holds now: a change that modules notice needs a version that tells them so. */
final class ApiBaseline {
    private ApiBaseline() {}

    /** What is wrong, each with its mend; empty if every package's version says what has happened to it. */
    static List<String> problems(Tree released, Tree now) {
        List<String> problems = new ArrayList<>();
        for (Tree before : packages(released)) {
            Optional<Tree> after = Arrays.stream(packages(now))
                    .filter(candidate -> candidate.getName().equals(before.getName()))
                    .findFirst();
            if (after.isEmpty()) {
                problems.add(before.getName()
                        + ": was released and is gone; put it back, or release a platform of the next major version");
            } else {
                problem(before, after.get()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Tree[] packages(Tree api) {
        return Arrays.stream(api.getChildren())
                .filter(child -> child.getType() == Type.PACKAGE)
                .toArray(Tree[]::new);
    }

    private static Optional<String> problem(Tree before, Tree after) {
        Diff diff = after.diff(before);
        Version needed = needed(version(before), diff.getDelta());
        Version has = version(after);
        return has.compareTo(needed) >= 0
                ? Optional.empty()
                : Optional.of(
                        before.getName() + ": its @Version must be " + needed + ", it is " + has + ", because of\n    "
                                + String.join("\n    ", changes(diff, "").toList()));
    }

    private static Version version(Tree aPackage) {
        return Arrays.stream(aPackage.getChildren())
                .filter(child -> child.getType() == Type.VERSION)
                .map(child -> new Version(child.getName()))
                .findFirst()
                .orElse(Version.emptyVersion);
    }

    /** What breaks modules is a new major version, what they may use besides a new minor one; other changes need none. */
    private static Version needed(Version released, Delta delta) {
        return switch (delta) {
            case MAJOR, REMOVED -> new Version(released.getMajor() + 1, 0, 0);
            case MINOR, ADDED -> new Version(released.getMajor(), released.getMinor() + 1, 0);
            default -> released;
        };
    }

    /** The innermost changes that count, each with the way to it. */
    private static Stream<String> changes(Diff diff, String way) {
        return diff.getChildren().stream()
                .filter(child -> child.getDelta().compareTo(Delta.MICRO) > 0)
                .flatMap(child -> {
                    String here =
                            way + child.getType().name().toLowerCase(java.util.Locale.ROOT) + " " + child.getName();
                    List<String> deeper = changes(child, here + ", ").toList();
                    boolean whole = child.getDelta() == Delta.ADDED || child.getDelta() == Delta.REMOVED;
                    return whole || deeper.isEmpty()
                            ? Stream.of(child.getDelta().name().toLowerCase(java.util.Locale.ROOT) + ": " + here)
                            : deeper.stream();
                });
    }
}

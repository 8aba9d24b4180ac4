package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.core.modules.Installation;

/** How the installation is. */
public record Health(Status status, List<CheckItem> checks) {

    /** All is well, or something is not. */
    public enum Status {
        UP,
        DOWN
    }

    /** One check; {@code detail} is blank if there is nothing to say. */
    public record CheckItem(String name, String title, Status status, String detail) {
        static CheckItem of(Installation.Check check) {
            return new CheckItem(check.name(), check.title(), check.up() ? Status.UP : Status.DOWN, check.detail());
        }
    }

    /** Up if every check is. */
    public static Health of(List<Installation.Check> checks) {
        boolean up = checks.stream().allMatch(Installation.Check::up);
        return new Health(
                up ? Status.UP : Status.DOWN, checks.stream().map(CheckItem::of).toList());
    }

    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isUp() {
        return status == Status.UP;
    }
}

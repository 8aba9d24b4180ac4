package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.cases.Colleague;

/** Where a task may go, and who may be asked about it. */
public record TargetsItem(
        @Told("可转交的本机构人员") List<ColleagueItem> colleagues,
        @Told("可移交的其他机构") List<OfficeItem> offices,
        @Told("可征求意见的人员") List<ColleagueItem> advisers) {

    /** An officer. */
    public record ColleagueItem(String loginName, String name) {
        public static ColleagueItem of(Colleague colleague) {
            return new ColleagueItem(colleague.loginName(), colleague.name());
        }
    }

    /** An office. */
    public record OfficeItem(String id, String name) {}

    public static TargetsItem of(Assignments.Targets targets) {
        return new TargetsItem(
                targets.colleagues().stream().map(ColleagueItem::of).toList(),
                targets.offices().stream()
                        .map(office -> new OfficeItem(office.id(), office.name()))
                        .toList(),
                targets.advisers().stream().map(ColleagueItem::of).toList());
    }
}

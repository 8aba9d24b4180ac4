package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Problem;
import org.zhijian.api.form.Option;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.modules.Impact;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Migrations;
import org.zhijian.core.modules.Purged;

/** What is installed, for callers and for the operator. */
public final class Installed {
    private Installed() {}

    /** A running jurisdiction. */
    public record JurisdictionItem(
            String id,
            String title,
            String version,
            String state,
            List<TitledItem> procedures,
            List<RegisterItem> registers) {

        public static JurisdictionItem of(Catalogue.Entry entry) {
            Descriptor descriptor = entry.descriptor();
            return new JurisdictionItem(
                    descriptor.id(),
                    descriptor.title(),
                    entry.version(),
                    entry.state().name(),
                    descriptor.procedures().stream()
                            .map(procedure -> new TitledItem(procedure.id(), procedure.title()))
                            .toList(),
                    descriptor.registers().stream()
                            .map(register -> new RegisterItem(register.id(), register.title(), register.open()))
                            .toList());
        }
    }

    /** Something with an id and a title. */
    public record TitledItem(String id, String title) {}

    /** A register; {@code public} if it has a public view. */
    public record RegisterItem(
            String id, String title, @com.fasterxml.jackson.annotation.JsonProperty("public") boolean isPublic) {}

    /** A choice for a field. */
    public record OptionItem(@Told("表单中保存的值") String value, @Told("显示名称") String label) {
        public static OptionItem of(Option option) {
            return new OptionItem(option.value(), option.label());
        }
    }

    /** Why a module is not in order. */
    public record ProblemItem(
            @Told("位置：清单中的项，或者定义及其标识") String place, @Told("问题") String problem, @Told("处理办法，无须处理时为空") String mend) {

        private static ProblemItem of(Problem problem) {
            return new ProblemItem(problem.place(), problem.problem(), problem.mend());
        }
    }

    /** One version of a module as the operator sees it. */
    public record ModuleItem(
            String id,
            String title,
            String version,
            @Told("FOUND 已发现，WAITING 等待，REJECTED 未通过检查，RUNNING 运行中，CUT_OFF 已隔离，DRAINING 办结中，GONE 已移除，数据保留")
                    String state,
            @Told("状态名称，与页面和控制台相同") String stateTitle,
            @Told("处于该状态的原因及处理办法") List<ProblemItem> problems,
            @Told("最近一天模块代码失败的次数") int faults) {

        public static ModuleItem of(Installation.Module module) {
            return new ModuleItem(
                    module.id(),
                    module.title(),
                    module.version(),
                    module.state().name(),
                    module.state().title(),
                    module.reasons().stream().map(ProblemItem::of).toList(),
                    module.faults());
        }
    }

    /** How many there are of something. */
    public record CountItem(String id, String title, long number) {
        private static CountItem of(Impact.Count count) {
            return new CountItem(count.id(), count.title(), count.number());
        }
    }

    /** What depends on a module. */
    public record ImpactItem(
            String id,
            String title,
            @Told("各状态的办件数") List<CountItem> cases,
            @Told("待办数") long tasks,
            @Told("各台账的记录数") List<CountItem> records) {

        public static ImpactItem of(Impact impact) {
            return new ImpactItem(
                    impact.id(),
                    impact.title(),
                    impact.cases().stream().map(CountItem::of).toList(),
                    impact.tasks(),
                    impact.records().stream().map(CountItem::of).toList());
        }
    }

    /** Cases that come over. */
    public record MoveItem(
            String procedure, String title, @Told("办件启动时所用定义最初所在的版本") String from, @Told("办件数") long cases) {
        private static MoveItem of(Migrations.Move move) {
            return new MoveItem(move.procedure(), move.title(), move.from(), move.cases());
        }
    }

    /** A case that stays. */
    public record StayItem(String caseId, String number, @Told("事项名称") String title, @Told("不能迁移的原因") String reason) {
        private static StayItem of(Migrations.Stay stay) {
            return new StayItem(stay.caseId(), stay.number(), stay.title(), stay.reason());
        }
    }

    /** What comes over to the running version. */
    public record MigrationItem(
            String id,
            @Told("迁移到的版本") String version,
            @Told("可以迁移的办件，按事项和原版本") List<MoveItem> moves,
            @Told("不能迁移的办件总数") long staying,
            @Told("不能迁移的办件，最多列出200件") List<StayItem> stays) {

        public static MigrationItem of(Migrations.Outcome outcome) {
            return new MigrationItem(
                    outcome.id(),
                    outcome.version(),
                    outcome.moves().stream().map(MoveItem::of).toList(),
                    outcome.staying(),
                    outcome.stays().stream().map(StayItem::of).toList());
        }
    }

    /** What was taken away. */
    public record PurgedItem(
            String id, @Told("办件数，含草稿") long cases, @Told("台账记录数") long records, @Told("账号数") long accounts) {

        public static PurgedItem of(Purged purged) {
            return new PurgedItem(purged.id(), purged.cases(), purged.records(), purged.accounts());
        }
    }

    /** What is wrong with a jar. */
    public record ValidationItem(boolean valid, @Told("全部问题") List<ProblemItem> problems) {

        public static ValidationItem of(List<Problem> problems) {
            return new ValidationItem(
                    problems.isEmpty(), problems.stream().map(ProblemItem::of).toList());
        }
    }
}

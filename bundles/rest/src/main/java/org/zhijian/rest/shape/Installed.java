package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.Option;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.modules.Impact;
import org.zhijian.core.modules.Installation;

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

    /** One version of a module as the operator sees it. */
    public record ModuleItem(
            String id,
            String title,
            String version,
            @Told("FOUND 已发现，WAITING 等待，REJECTED 未通过检查，RUNNING 运行中，DRAINING 办结中，GONE 已移除，数据保留") String state,
            @Told("处于该状态的原因及处理办法") List<String> problems,
            @Told("最近一天模块代码失败的次数") int faults) {

        public static ModuleItem of(Installation.Module module) {
            return new ModuleItem(
                    module.id(),
                    module.title(),
                    module.version(),
                    module.state().name(),
                    module.reasons(),
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

    /** What is wrong with a jar. */
    public record ValidationItem(boolean valid, @Told("全部问题，含位置与处理办法") List<String> problems) {

        public static ValidationItem of(List<String> problems) {
            return new ValidationItem(problems.isEmpty(), problems);
        }
    }
}

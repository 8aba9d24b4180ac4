package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.Option;
import org.zhijian.core.catalogue.Catalogue;
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
                    entry.state(),
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

    /** A module as the operator sees it. */
    public record ModuleItem(
            String id,
            String title,
            String version,
            @Told("RUNNING 运行中，REJECTED 未能启用") String state,
            @Told("未启用的原因") List<String> problems) {

        public static ModuleItem of(Installation.Module module) {
            return new ModuleItem(module.id(), module.title(), module.version(), module.state(), module.problems());
        }
    }
}

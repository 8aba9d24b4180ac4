package org.zhijian.core.internal.modules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.zhijian.api.Problem;

/** The bundles that are meant as modules, and what those wait for that have not registered a jurisdiction. Thread-safe. */
final class Candidates {
    /** What every module requires. */
    static final String PLATFORM = "org.zhijian.platform";

    private final BundleContext context;
    private final ServiceComponentRuntime components;

    Candidates(BundleContext context, ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    static boolean isModule(Bundle bundle) {
        String required = bundle.getHeaders("").get(Constants.REQUIRE_CAPABILITY);
        return required != null && required.contains(PLATFORM);
    }

    List<Bundle> all() {
        return Arrays.stream(context.getBundles()).filter(Candidates::isModule).toList();
    }

    /** What a module that is not started yet needs; empty if nothing is missing. */
    List<Problem> missing(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return List.of();
        }
        if (bundle.getState() == Bundle.INSTALLED) {
            FrameworkWiring wiring =
                    context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
            return revision.getRequirements(null).stream()
                    .filter(requirement -> !isOptional(requirement))
                    .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                    .map(Candidates::unmet)
                    .toList();
        }
        return components.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                .flatMap(Candidates::obstacles)
                .toList();
    }

    private static boolean isOptional(Requirement requirement) {
        return Namespace.RESOLUTION_OPTIONAL.equals(
                requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
    }

    private static Problem unmet(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PLATFORM -> new Problem("清单 Require-Capability", "需要的平台版本不在此处：" + filter, "请安装适用于本平台版本的模块，或升级平台");
            case PackageNamespace.PACKAGE_NAMESPACE ->
                new Problem("清单 Import-Package", "缺少程序包：" + filter, "模块只能引用 org.zhijian.api 的程序包，请核对版本范围");
            default ->
                new Problem(
                        "清单 Require-Capability",
                        "缺少所需能力 " + requirement.getNamespace() + "：" + filter,
                        "请去掉该要求，或安装提供该能力的程序包");
        };
    }

    private static Stream<Problem> obstacles(ComponentConfigurationDTO configuration) {
        String place = "组件 " + configuration.description.name;
        Stream<Problem> services = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference ->
                        new Problem(place, "等待服务：" + reference.name + " " + reference.target, "请启动提供该服务的程序包"));
        return configuration.failure == null
                ? services
                : Stream.concat(
                        services,
                        Stream.of(new Problem(place, "启动失败：" + firstLine(configuration.failure), "请更正模块代码，详见运行日志")));
    }

    private static String firstLine(String trace) {
        return trace.lines().findFirst().orElse("").strip();
    }
}

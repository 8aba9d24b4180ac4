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

    /** What a module that is not started yet needs, each in a sentence; empty if nothing is missing. */
    List<String> missing(Bundle bundle) {
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
                    .map(Candidates::sentence)
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

    private static String sentence(Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        return switch (requirement.getNamespace()) {
            case PLATFORM -> "需要的平台版本不在此处：" + filter + "。请安装适用于本平台版本的模块，或升级平台";
            case PackageNamespace.PACKAGE_NAMESPACE -> "缺少程序包：" + filter + "。模块只能引用 org.zhijian.api 的程序包";
            default -> "缺少所需能力 " + requirement.getNamespace() + "：" + filter;
        };
    }

    private static Stream<String> obstacles(ComponentConfigurationDTO configuration) {
        Stream<String> services = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> "等待服务：" + reference.name + " " + reference.target);
        return configuration.failure == null
                ? services
                : Stream.concat(services, Stream.of("启动失败：" + firstLine(configuration.failure)));
    }

    private static String firstLine(String trace) {
        return trace.lines().findFirst().orElse("").strip();
    }
}

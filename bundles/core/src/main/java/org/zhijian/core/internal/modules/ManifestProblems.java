package org.zhijian.core.internal.modules;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.zhijian.api.Problem;

/**
 * What is wrong with the manifest of a module, all at once. A module stands on the API alone and offers nothing to other bundles: so it can
 * come and go without any of them being refreshed. Pure functions.
 */
final class ManifestProblems {
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");
    private static final String API = "org.zhijian.api";

    private ManifestProblems() {}

    static List<Problem> of(Dictionary<String, String> headers) {
        return of(headers::get);
    }

    /** @param header the value of a header by its name, null if it is not there */
    static List<Problem> of(UnaryOperator<String> header) {
        List<Problem> problems = new ArrayList<>();
        String name = header.apply(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null || !"2".equals(header.apply(Constants.BUNDLE_MANIFESTVERSION))) {
            problems.add(new Problem(
                    "清单 META-INF/MANIFEST.MF", "不是 OSGi 程序包", "请填写 Bundle-SymbolicName 和 Bundle-ManifestVersion: 2"));
            return problems;
        }
        String required = header.apply(Constants.REQUIRE_CAPABILITY);
        if (required == null || !required.contains(Candidates.PLATFORM)) {
            problems.add(new Problem("清单 Require-Capability", "没有声明所需的平台版本", "请声明 " + Candidates.PLATFORM + " 的版本范围"));
        }
        clauses(header.apply(Constants.IMPORT_PACKAGE)).stream()
                .map(clause -> clause.split(";")[0].strip())
                .filter(imported -> !isAllowed(imported))
                .forEach(imported ->
                        problems.add(new Problem("清单 Import-Package", "引用了 " + imported, "模块只能引用 " + API + "，请去掉")));
        for (String forbidden : List.of(
                Constants.EXPORT_PACKAGE,
                Constants.DYNAMICIMPORT_PACKAGE,
                Constants.REQUIRE_BUNDLE,
                Constants.FRAGMENT_HOST,
                Constants.BUNDLE_ACTIVATOR)) {
            if (header.apply(forbidden) != null) {
                problems.add(new Problem("清单 " + forbidden, "模块不能使用", "请去掉"));
            }
        }
        if (header.apply("Service-Component") == null) {
            problems.add(new Problem("清单 Service-Component", "没有登记组件", "请登记提供 " + API + ".Jurisdiction 服务的组件"));
        }
        return problems;
    }

    private static boolean isAllowed(String imported) {
        return imported.equals(API) || imported.startsWith(API + ".") || imported.startsWith("java.");
    }

    private static List<String> clauses(String value) {
        List<String> clauses = new ArrayList<>();
        if (value != null) {
            Matcher matcher = CLAUSE.matcher(value);
            while (matcher.find()) {
                clauses.add(matcher.group());
            }
        }
        return clauses;
    }
}

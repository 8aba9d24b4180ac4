package org.zhijian.core.internal.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.Problem;
import org.zhijian.core.internal.store.Hashes;

/**
 * The jar of a module, read without installing it: its manifest, and the descriptor that its code gives when it is loaded beside the API and
 * nothing else.
 *
 * @param name symbolic name; blank if it is no bundle
 * @param descriptor what it declares; empty if that could not be read, which is then among the problems
 */
record ModuleJar(
        Path file,
        String name,
        Version version,
        String sha256,
        Optional<Descriptor> descriptor,
        List<Problem> problems) {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleJar.class);
    private static final long MOST_BYTES = 50L * 1024 * 1024;

    ModuleJar {
        problems = List.copyOf(problems);
    }

    static ModuleJar of(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return unreadable(file, "文件超过 50 MB", "请减小文件");
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return unreadable(file, "没有清单 META-INF/MANIFEST.MF", "请用模块的构建工具重新生成");
            }
            Attributes headers = manifest.getMainAttributes();
            List<Problem> problems = new ArrayList<>(ManifestProblems.of(headers::getValue));
            String name = Optional.ofNullable(headers.getValue(Constants.BUNDLE_SYMBOLICNAME))
                    .map(value -> value.split(";")[0].strip())
                    .orElse("");
            Optional<Descriptor> descriptor = problems.isEmpty()
                    ? declared(file, jar, headers.getValue("Service-Component"), problems)
                    : Optional.empty();
            return new ModuleJar(
                    file,
                    name,
                    version(headers.getValue(Constants.BUNDLE_VERSION), problems),
                    Hashes.sha256(Files.readAllBytes(file)),
                    descriptor,
                    problems);
        } catch (IOException | SecurityException noJar) {
            return unreadable(file, "不是可读的 jar 文件", "请重新生成或重新上传");
        }
    }

    private static ModuleJar unreadable(Path file, String problem, String mend) {
        return new ModuleJar(
                file, "", Version.emptyVersion, "", Optional.empty(), List.of(new Problem("jar 文件", problem, mend)));
    }

    private static Version version(String value, List<Problem> problems) {
        try {
            return Version.parseVersion(value);
        } catch (IllegalArgumentException noVersion) {
            problems.add(new Problem("清单 Bundle-Version", "不是版本号：" + value, "请填写形如 1.2.0 的版本号"));
            return Version.emptyVersion;
        }
    }

    private static Optional<Descriptor> declared(Path file, JarFile jar, String components, List<Problem> problems)
            throws IOException {
        String implementation = "";
        for (String component : components.split(",")) {
            ZipEntry entry = jar.getEntry(component.strip());
            if (entry == null) {
                problems.add(new Problem("清单 Service-Component", "没有文件 " + component.strip(), "请更正文件名，或将文件放入 jar"));
                continue;
            }
            try (InputStream xml = jar.getInputStream(entry)) {
                implementation = implementationOf(xml).orElse(implementation);
            } catch (SAXException | ParserConfigurationException unreadable) {
                problems.add(new Problem("文件 " + component.strip(), "不能读取：" + unreadable.getMessage(), "请更正文件内容"));
            }
        }
        if (implementation.isBlank()) {
            problems.add(
                    new Problem("清单 Service-Component", "没有组件提供服务 " + Jurisdiction.class.getName(), "请登记提供该服务的组件"));
            return Optional.empty();
        }
        return instantiated(file, implementation, problems);
    }

    /** The class of a component that provides a jurisdiction. */
    private static Optional<String> implementationOf(InputStream xml)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(xml);
        NodeList provided = document.getElementsByTagName("provide");
        for (int i = 0; i < provided.getLength(); i++) {
            if (((Element) provided.item(i)).getAttribute("interface").equals(Jurisdiction.class.getName())) {
                NodeList implementation = document.getElementsByTagName("implementation");
                return Optional.of(((Element) implementation.item(0)).getAttribute("class"));
            }
        }
        return Optional.empty();
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private static Optional<Descriptor> instantiated(Path file, String implementation, List<Problem> problems)
            throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, new ApiOnly())) {
            return Optional.of(ModuleCode.tried(
                    implementation, packageOf(implementation), "its descriptor", () -> loader.loadClass(implementation)
                            .asSubclass(Jurisdiction.class)
                            .getConstructor()
                            .newInstance()
                            .descriptor()));
        } catch (Exception fault) {
            LOG.info("the jar of {} declares nothing that can be read", implementation, fault);
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            problems.add(new Problem("类 " + implementation, "读取定义时出错：" + cause.getMessage(), "请更正模块代码，详见运行日志"));
            return Optional.empty();
        }
    }

    /** What a module sees: the API and the Java platform. */
    private static final class ApiOnly extends ClassLoader {
        private final ClassLoader api = Jurisdiction.class.getClassLoader();

        ApiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.zhijian.api.")) {
                return api.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}

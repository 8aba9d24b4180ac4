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
        List<String> problems) {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleJar.class);
    private static final long MOST_BYTES = 50L * 1024 * 1024;

    ModuleJar {
        problems = List.copyOf(problems);
    }

    static ModuleJar of(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return unreadable(file, "文件超过 50 MB");
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return unreadable(file, "没有清单 META-INF/MANIFEST.MF");
            }
            Attributes headers = manifest.getMainAttributes();
            List<String> problems = new ArrayList<>(ManifestProblems.of(headers::getValue));
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
            return unreadable(file, "不是可读的 jar 文件");
        }
    }

    private static ModuleJar unreadable(Path file, String problem) {
        return new ModuleJar(file, "", Version.emptyVersion, "", Optional.empty(), List.of(problem));
    }

    private static Version version(String value, List<String> problems) {
        try {
            return Version.parseVersion(value);
        } catch (IllegalArgumentException noVersion) {
            problems.add("清单 Bundle-Version：不是版本号：" + value);
            return Version.emptyVersion;
        }
    }

    private static Optional<Descriptor> declared(Path file, JarFile jar, String components, List<String> problems)
            throws IOException {
        String implementation = "";
        for (String component : components.split(",")) {
            ZipEntry entry = jar.getEntry(component.strip());
            if (entry == null) {
                problems.add("清单 Service-Component：没有文件 " + component.strip());
                continue;
            }
            try (InputStream xml = jar.getInputStream(entry)) {
                implementation = implementationOf(xml).orElse(implementation);
            } catch (SAXException | ParserConfigurationException unreadable) {
                problems.add(component.strip() + "：" + unreadable.getMessage());
            }
        }
        if (implementation.isBlank()) {
            problems.add("没有组件提供服务 " + Jurisdiction.class.getName());
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

    private static Optional<Descriptor> instantiated(Path file, String implementation, List<String> problems)
            throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {file.toUri().toURL()}, new ApiOnly())) {
            Jurisdiction jurisdiction = loader.loadClass(implementation)
                    .asSubclass(Jurisdiction.class)
                    .getConstructor()
                    .newInstance();
            return Optional.of(ModuleCode.limited(
                    implementation, () -> ModuleCode.call(implementation, "its descriptor", jurisdiction::descriptor)));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError fault) {
            LOG.info("the jar of {} declares nothing that can be read", implementation, fault);
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            problems.add("类 " + implementation + "：读取定义时出错：" + cause.getMessage());
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

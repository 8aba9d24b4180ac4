package org.zhijian.itests.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.modules.Installation;
import org.zhijian.itests.server.Ports;

/** The distribution from the inside: JUnit 4 runs in its container. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerTest {
    private static final String SAMPLE_JAR = "zhijian.sample.jar";
    private static final String SAMPLE = "sample";
    private static final long PATIENCE_MILLIS = 20_000;

    @Inject
    private BundleContext context;

    @Inject
    private Installation installation;

    @Inject
    private Catalogue catalogue;

    @Inject
    private FeaturesService features;

    @Inject
    private SessionFactory shell;

    @Configuration
    public Option[] distribution() {
        String port = String.valueOf(Ports.free());
        Stream<Option> karaf = Stream.of(
                karafDistributionConfiguration()
                        .frameworkUrl(maven("org.zhijian", "zhijian-distribution")
                                .type("tar.gz")
                                .versionAsInProject())
                        .karafVersion(System.getProperty("zhijian.karaf"))
                        .useDeployFolder(false)
                        .unpackDirectory(new File("target/exam")),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                keepRuntimeFolder(),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.repositories",
                        new File("target/exam-repository").toURI() + "@id=exam"),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", port),
                editConfigurationFilePut("etc/org.zhijian.cfg", "port", port),
                systemProperty(SAMPLE_JAR).value(System.getProperty(SAMPLE_JAR)));
        return Stream.concat(karaf, jvm(System.getProperty("zhijian.karaf"))).toArray(Option[]::new);
    }

    /** What Karaf's own scripts pass to a JVM from 9 on. */
    private static Stream<Option> jvm(String karaf) {
        List<String> options = List.of(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
                "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                "-Djava.security.manager=allow",
                "-classpath",
                "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
        return options.stream().map(option -> vmOption(option));
    }

    @Test
    public void every_bundle_of_ours_runs_and_every_other_one_is_resolved() throws Exception {
        await("ready", this::isReady);
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            boolean ours = bundle.getSymbolicName().startsWith("org.zhijian.");
            int least = ours && !fragment ? Bundle.ACTIVE : Bundle.RESOLVED;
            assertTrue(bundle + " is in state " + bundle.getState(), bundle.getState() >= least);
        }
    }

    @Test
    public void the_boot_features_are_installed_and_those_to_choose_from_are_at_hand() throws Exception {
        for (String name : List.of("scr", "zhijian-platform", "zhijian-jiangsu-testing")) {
            assertTrue(name, features.isInstalled(features.getFeature(name)));
        }
        assertFalse(features.isInstalled(features.getFeature("zhijian-sample")));
    }

    @Test
    public void the_boot_modules_run() throws Exception {
        await("ready", this::isReady);
        assertFalse(installation.demonstration());
        assertTrue(catalogue.jurisdictions().stream()
                .anyMatch(entry -> entry.descriptor().id().equals("jiangsu-testing")));
    }

    /** Installing, running and removing a module touches no other bundle. */
    @Test
    public void a_module_comes_and_goes_alone() throws Exception {
        await("ready", this::isReady);
        Map<Long, String> before = bundles();
        assertFalse(isOffered());

        Bundle sample = context.installBundle(
                new File(System.getProperty(SAMPLE_JAR)).toURI().toString());
        sample.start();
        await("the module is offered", this::isOffered);
        Map<Long, String> with = bundles();
        with.remove(sample.getBundleId());
        assertEquals(before, with);

        sample.uninstall();
        await("the module is gone", () -> !isOffered());
        assertEquals(before, bundles());
    }

    @Test
    public void the_operator_verifies_the_audit_at_the_shell() throws Exception {
        await("ready", this::isReady);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(said, true, StandardCharsets.UTF_8);
        Session session = shell.create(InputStream.nullInputStream(), screen, screen);
        await("the command is there", () -> session.getRegistry().getCommand("zhijian", "audit-verify") != null);

        session.execute("zhijian:audit-verify");
        session.close();

        String answer = said.toString(StandardCharsets.UTF_8);
        assertTrue(answer, answer.startsWith("完整：") && answer.contains("条日志"));
    }

    private boolean isReady() {
        return installation.readiness().stream().allMatch(Installation.Check::up);
    }

    private boolean isOffered() {
        return catalogue.jurisdictions().stream()
                .anyMatch(entry -> entry.descriptor().id().equals(SAMPLE));
    }

    /** Id, name, version, state and last change of all bundles. */
    private Map<Long, String> bundles() {
        Map<Long, String> found = new TreeMap<>();
        Arrays.stream(context.getBundles())
                .filter(bundle -> !bundle.getSymbolicName().startsWith("PAXEXAM"))
                .forEach(bundle -> found.put(
                        bundle.getBundleId(),
                        bundle.getSymbolicName() + " " + bundle.getVersion() + " " + bundle.getState() + " "
                                + bundle.getLastModified()));
        return found;
    }

    /** Awaitility is no bundle of the container, so this waits by hand. */
    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.call()) {
            assertTrue("not in time: " + what, System.nanoTime() < end);
            synchronized (ContainerTest.class) {
                ContainerTest.class.wait(100);
            }
        }
    }
}

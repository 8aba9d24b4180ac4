package org.zhijian.itests.modules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.zhijian.api.Jurisdiction;

/**
 * Makes small modules: a jurisdiction with one matter of one field and one step, and a register. What differs between versions and between
 * good and bad ones is put into its source.
 *
 * @param id id of the jurisdiction
 * @param version version of the bundle
 * @param parts what stands in the source in the place of each mark
 * @param headers headers of the manifest beside or instead of the usual ones
 */
public record Toys(String id, String version, Map<String, String> parts, Map<String, String> headers) {
    private static final String SOURCE =
            """
            package toys.PACKAGE;

            import java.util.List;
            import java.util.Set;
            import org.zhijian.api.Demonstration;
            import org.zhijian.api.Demonstration.Login;
            import org.zhijian.api.Descriptor;
            import org.zhijian.api.Jurisdiction;
            import org.zhijian.api.OrganisationType;
            import org.zhijian.api.Portal;
            import org.zhijian.api.chain.Actor;
            import org.zhijian.api.chain.CaseState;
            import org.zhijian.api.chain.DecisionOption;
            import org.zhijian.api.chain.Step;
            import org.zhijian.api.directory.Office;
            import org.zhijian.api.directory.Organisation;
            import org.zhijian.api.form.Fields;
            import org.zhijian.api.procedure.CaseFacts;
            import org.zhijian.api.procedure.Changes;
            import org.zhijian.api.procedure.Finding;
            import org.zhijian.api.procedure.Procedure;
            import org.zhijian.api.procedure.Starter;
            import org.zhijian.api.register.Column;
            import org.zhijian.api.register.Register;

            public final class Toy implements Jurisdiction {
                record Item(@Column(value = "编号", key = true, open = true) String no, @Column(value = "名称", open = true) String name) {}

                static final Register<Item> ITEMS = Register.register("toys", "玩具台账", Item.class).openToPublic();

                public Toy() {}

                @Override
                public Descriptor descriptor() {
                    /*descriptor*/
                    return Descriptor.jurisdiction("TOWN", "玩具市TOWN")
                            .portal(Portal.named("玩具市TOWN业务平台"))
                            .offices(List.of(Office.office("OFFICE", "玩具市玩具科", Office.Level.CITY, "320200").overseeing()))
                            .organisationTypes(new OrganisationType("MAKER", "玩具厂"))
                            .procedures(Procedure.procedure("toy-filing", "玩具备案")
                                    .startedBy(Starter.organisations("MAKER"))
                                    .form(Fields.text("name", "FIELD", 50).required())
                                    .guard(Toy::check)
                                    .chain(Step.step("review", "STEP", Actor.office("OFFICE"))
                                            .decisions(DecisionOption.approve("同意"), DecisionOption.reject("不同意"))
                                            .then(Toy::keep))
                                    .closes(CaseState.CLOSED, "已备案")
                                    .build())
                            .registers(ITEMS)
                            .build();
                }

                static List<Finding> check(CaseFacts facts) {
                    /*guard*/
                    return List.of();
                }

                static void keep(CaseFacts facts, Changes changes) {
                    /*effect*/
                    changes.of(ITEMS).save(new Item("TOWN-%04d".formatted(changes.next("toy")), facts.form().text("name")));
                }

                @Override
                public Demonstration demonstration() {
                    return new Demonstration(
                            List.of(new Organisation("TOWN-maker", "玩具市TOWN玩具厂", "USCC", "ORGCODE", Set.of("MAKER"), "320200", "玩主", "玩主", "13900000091")),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(Login.organisation("maker", "TOWN-maker")));
                }
            }
            """;

    /** A module in order. */
    public static Toys good(String id, String version) {
        return new Toys(
                id,
                version,
                Map.of(
                        "TOWN", id,
                        "OFFICE", id + "-office",
                        "PACKAGE", id.replace('-', '_'),
                        "FIELD", "名称",
                        "STEP", "审核",
                        "USCC", "91320200PDY000992N",
                        "ORGCODE", ""),
                Map.of());
    }

    /** The same with other source text in the place of a mark. */
    public Toys with(String mark, String text) {
        Map<String, String> more = new TreeMap<>(parts);
        more.put(mark, text);
        return new Toys(id, version, more, headers);
    }

    /** The same with another header. */
    public Toys header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Toys(id, version, parts, more);
    }

    /** The jar. */
    public byte[] jar() {
        try {
            Path classes = Files.createTempDirectory("toys");
            compile(classes);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
                try (Stream<Path> files = Files.walk(classes)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        put(jar, classes.relativize(file).toString(), Files.readAllBytes(file));
                    }
                }
                put(jar, "OSGI-INF/toy.xml", component().getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private String typeName() {
        return "toys." + parts.get("PACKAGE") + ".Toy";
    }

    private String component() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <service><provide interface="org.zhijian.api.Jurisdiction"/></service>
                  <implementation class="%1$s"/>
                </scr:component>
                """
                .formatted(typeName());
    }

    private Manifest manifest() {
        Map<String, String> all = new TreeMap<>(Map.of(
                "Manifest-Version",
                "1.0",
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.example." + id,
                "Bundle-Name",
                "Toy " + id,
                "Bundle-Version",
                version,
                "Service-Component",
                "OSGI-INF/toy.xml",
                "Import-Package",
                Stream.of("", ".chain", ".directory", ".form", ".procedure", ".register")
                        .map(name -> "org.zhijian.api" + name + ";version=\"[1.0,2)\"")
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow(),
                "Require-Capability",
                "org.zhijian.platform;filter:=\"(&(version>=1.0.0)(!(version>=2.0.0)))\","
                        + "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\""));
        all.putAll(headers);
        Manifest manifest = new Manifest();
        all.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        return manifest;
    }

    private void compile(Path classes) throws IOException {
        String source = SOURCE;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            source = source.replace(part.getKey(), part.getValue());
        }
        String text = source;
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///toys/" + parts.get("PACKAGE") + "/Toy.java"),
                        javax.tools.JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        String api = Path.of(URI.create(Jurisdiction.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of("-d", classes.toString(), "-cp", api, "--release", "17", "-proc:none"),
                        null,
                        List.of(file))
                .call();
        if (!compiled) {
            throw new IllegalStateException(said.toString());
        }
    }
}

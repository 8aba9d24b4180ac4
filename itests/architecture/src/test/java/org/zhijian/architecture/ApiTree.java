package org.zhijian.architecture;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The exported packages of a bundle as bnd sees them, and as lines that a person can read and a review can compare: one element a line, its parts below it. */
final class ApiTree {
    private static final String INDENT = "  ";

    /** Every object has them; they come from the JDK and differ with it. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "clone()",
            "equals(java.lang.Object)",
            "finalize()",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "toString()",
            "wait()",
            "wait(long)",
            "wait(long,int)");

    private ApiTree() {}

    /** What a bundle exports. */
    static Tree of(File bundle) throws Exception {
        try (Jar jar = new Jar(bundle)) {
            return tree(own(new DiffPluginImpl().tree(jar).get("<api>").serialize()));
        }
    }

    static List<String> write(Tree tree) {
        List<String> lines = new ArrayList<>();
        write(tree.serialize(), "", lines);
        return lines;
    }

    static Tree read(List<String> lines) throws Exception {
        Deque<String> rest = new ArrayDeque<>(lines);
        return tree(read(rest, ""));
    }

    private static Tree tree(Tree.Data data) throws Exception {
        return new DiffPluginImpl().deserialize(data);
    }

    private static Tree.Data own(Tree.Data data) {
        List<Tree.Data> kept = new ArrayList<>();
        for (Tree.Data child : data.children) {
            if (child.type != Type.METHOD || !OF_EVERY_OBJECT.contains(child.name)) {
                kept.add(own(child));
            }
        }
        data.children = kept.toArray(Tree.Data[]::new);
        return data;
    }

    /** {@code TYPE/if added/if removed name}, the two changes only where they are not the usual ones. */
    private static void write(Tree.Data data, String indent, List<String> lines) {
        boolean usual = data.add == Delta.MINOR && data.rem == Delta.MAJOR;
        lines.add(indent + data.type + (usual ? "" : "/" + data.add + "/" + data.rem) + " " + data.name);
        for (Tree.Data child : data.children) {
            write(child, indent + INDENT, lines);
        }
    }

    private static Tree.Data read(Deque<String> rest, String indent) {
        String[] line = rest.remove().substring(indent.length()).split(" ", 2);
        String[] kind = line[0].split("/");
        Tree.Data data = new Tree.Data();
        data.type = Type.valueOf(kind[0]);
        data.add = kind.length > 1 ? Delta.valueOf(kind[1]) : Delta.MINOR;
        data.rem = kind.length > 1 ? Delta.valueOf(kind[2]) : Delta.MAJOR;
        data.name = line[1];
        List<Tree.Data> children = new ArrayList<>();
        while (!rest.isEmpty() && rest.peek().startsWith(indent + INDENT)) {
            children.add(read(rest, indent + INDENT));
        }
        data.children = children.toArray(Tree.Data[]::new);
        return data;
    }
}

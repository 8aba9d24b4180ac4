package org.zhijian.core.internal.attachments;

import java.text.Normalizer;
import java.util.Optional;

/** Names of uploaded files: clients send anything, even paths. */
final class FileNames {
    static final int LONGEST = 200;

    private FileNames() {}

    /** The last segment of a name or path, in composed characters (NFC) as the other names of a slot; it may still be unusable. */
    static String last(String name) {
        String segment = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return Normalizer.normalize(segment, Normalizer.Form.NFC).strip();
    }

    /** What speaks against a name, in words of the house; empty if nothing does. */
    static Optional<String> problem(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of("文件名不能为空");
        }
        if (name.length() > LONGEST) {
            return Optional.of("文件名不能超过" + LONGEST + "个字");
        }
        return name.codePoints().allMatch(FileNames::isVisible) ? Optional.empty() : Optional.of("文件名含有不允许的字符");
    }

    /** Characters that cannot be seen make a name look like another: fdp.exe may show as exe.pdf. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

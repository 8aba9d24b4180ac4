package org.zhijian.core.internal.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNamesTest {
    static Stream<Arguments> names() {
        return Stream.of(
                arguments("资质副本.pdf", "资质副本.pdf", ""),
                arguments(" 1.jpg ", "1.jpg", ""),
                arguments("x.php.jpg", "x.php.jpg", ""),
                arguments("e\u0301.png", "é.png", ""),
                arguments("韩𠮷.png", "韩𠮷.png", ""),
                arguments("../../etc/passwd.pdf", "passwd.pdf", ""),
                arguments("C:\\fakepath\\1.jpg", "1.jpg", ""),
                arguments("a/b\\..", "..", "文件名不能为空"),
                arguments("folder/", "", "文件名不能为空"),
                arguments("1.pdf\u0000.jpg", "1.pdf\u0000.jpg", "文件名含有不允许的字符"),
                arguments("1\r\nSet-Cookie.jpg", "1\r\nSet-Cookie.jpg", "文件名含有不允许的字符"),
                arguments("gpj.\u202Eexe.jpg", "gpj.\u202Eexe.jpg", "文件名含有不允许的字符"),
                arguments("1\u200B.jpg", "1\u200B.jpg", "文件名含有不允许的字符"),
                arguments("\uD800.jpg", "\uD800.jpg", "文件名含有不允许的字符"),
                arguments("x".repeat(196) + ".jpg", "x".repeat(196) + ".jpg", ""),
                arguments("x".repeat(197) + ".jpg", "x".repeat(197) + ".jpg", "文件名不能超过200个字"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void onlyTheLastSegmentCountsAndItMustShowAsItReads(String given, String kept, String problem) {
        String name = FileNames.last(given);

        assertThat(name).isEqualTo(kept);
        assertThat(FileNames.problem(name).orElse("")).isEqualTo(problem);
    }
}

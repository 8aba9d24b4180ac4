package org.zhijian.core.internal.attachments;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhijian.api.form.Slot.Format;

class FileChecksPropertiesTest {
    private static final List<byte[]> CONTENTS = List.of(
            SampleFiles.jpg(1),
            SampleFiles.png(1),
            SampleFiles.pdf("<< /Names 5 0 R >>"),
            SampleFiles.pdfWithStream("/Filter /FlateDecode", SampleFiles.deflated(SampleFiles.ascii("1 0 <<>>"))),
            SampleFiles.zip(),
            new byte[300]);

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.randomValue(random -> {
            byte[] content = CONTENTS.get(random.nextInt(CONTENTS.size())).clone();
            for (int i = random.nextInt(20); i > 0; i--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt();
            }
            return random.nextBoolean() ? content : Arrays.copyOf(content, random.nextInt(content.length + 1));
        });
    }

    @Property
    void noBytesMakeTheChecksFail(@ForAll("damaged") byte[] content) {
        for (Format format : Format.values()) {
            assertThatCode(() -> FileChecks.check(format, ByteBuffer.wrap(content)))
                    .doesNotThrowAnyException();
        }
    }
}

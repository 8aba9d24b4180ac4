package org.zhijian.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageNamesTest {
    @Example
    void aGapNamesTheMissingPage() {
        PageNames.Result result = PageNames.check(List.of("1.jpg", "3.jpg"));

        assertThat(result).isEqualTo(new PageNames.Result(Verdict.GAP, 2));
        assertThat(result.message()).isEqualTo("缺少第2页");
        assertThat(PageNames.check(List.of("2.jpg"))).isEqualTo(new PageNames.Result(Verdict.GAP, 1));
    }

    @Example
    void anyOtherNameIsToldTheRule() {
        assertThat(PageNames.check(List.of("合同.jpg")).message()).isEqualTo("请按页码号命名并按顺序上传");
    }

    @Example
    void theCaseOfTheExtensionDoesNotMatter() {
        assertThat(PageNames.check(List.of("1.JPG", "02.Png")).verdict()).isEqualTo(Verdict.OK);
    }

    @Example
    void theNextUploadMustBeTheNextPage() {
        assertThat(PageNames.next(List.of(), "1.jpg").verdict()).isEqualTo(Verdict.OK);
        assertThat(PageNames.next(List.of("1.jpg", "2.jpg"), "3.png").verdict()).isEqualTo(Verdict.OK);
        assertThat(PageNames.next(List.of("1.jpg"), "3.jpg")).isEqualTo(new PageNames.Result(Verdict.GAP, 2));
        assertThat(PageNames.next(List.of("1.jpg", "2.jpg"), "02.jpg"))
                .isEqualTo(new PageNames.Result(Verdict.DUPLICATE, 2));
        assertThat(PageNames.next(List.of("2.jpg"), "1.jpg")).isEqualTo(new PageNames.Result(Verdict.ORDER, 2));
        assertThat(PageNames.next(List.of("1.jpg"), null).verdict()).isEqualTo(Verdict.NAME);
    }

    @Property
    void pagesFromOneToAnyNumberPass(@ForAll @IntRange(min = 1, max = 60) int count) {
        assertThat(PageNames.check(pages(count)).verdict()).isEqualTo(Verdict.OK);
    }

    @Property
    void aPageTakenOutIsTheOneReported(
            @ForAll @IntRange(min = 2, max = 60) int count, @ForAll @IntRange(max = 58) int taken) {
        List<String> names = pages(count);
        names.remove(taken % (count - 1));

        assertThat(PageNames.check(names)).isEqualTo(new PageNames.Result(Verdict.GAP, taken % (count - 1) + 1));
    }

    @Property
    void shuffledPagesAreOutOfOrder(@ForAll @IntRange(min = 2, max = 60) int count, @ForAll Random random) {
        List<String> names = pages(count);
        List<String> shuffled = pages(count);
        Collections.shuffle(shuffled, random);

        Verdict expected = shuffled.equals(names) ? Verdict.OK : Verdict.ORDER;
        assertThat(PageNames.check(shuffled).verdict()).isEqualTo(expected);
    }

    private static List<String> pages(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(page -> page + ".jpg").collect(Collectors.toList());
    }
}

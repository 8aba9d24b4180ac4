package org.zhijian.core.internal.attachments;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijian.api.check.PageNames;
import org.zhijian.api.check.Verdict;

/** Pages as they come one by one and may be taken out and replaced (VAL-PAGES, JS-R05). Pure functions. */
final class SlotPages {
    private SlotPages() {}

    /** What speaks against one more page: it must be the first that is missing, be it at the end or where a page was taken out. */
    static Optional<String> problemOfNext(List<String> present, String name) {
        PageNames.Result result = PageNames.next(present, name);
        if (result.verdict() == Verdict.NAME || result.verdict() == Verdict.DUPLICATE) {
            return Optional.of(result.message());
        }
        int wanted = firstMissing(present);
        if (number(name) == wanted) {
            return Optional.empty();
        }
        Verdict verdict = present.isEmpty() ? Verdict.ORDER : Verdict.GAP;
        return Optional.of(new PageNames.Result(verdict, wanted).message());
    }

    private static int firstMissing(List<String> present) {
        Set<Integer> pages = present.stream().map(SlotPages::number).collect(Collectors.toSet());
        return IntStream.iterate(1, page -> page + 1)
                .filter(page -> !pages.contains(page))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with the pages that are there, whatever the order of their coming. */
    static Optional<String> problemOfAll(List<String> present) {
        Stream<String> inOrder = present.stream().sorted(Comparator.comparingInt(SlotPages::number));
        PageNames.Result result = PageNames.check(inOrder.toList());
        return result.verdict() == Verdict.OK ? Optional.empty() : Optional.of(result.message());
    }

    /** The number in the name of a page, which {@link PageNames} has accepted. */
    private static int number(String name) {
        String digits = name.substring(0, Math.max(0, name.lastIndexOf('.'))).replaceFirst("^0+", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
}

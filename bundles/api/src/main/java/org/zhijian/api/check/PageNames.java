package org.zhijian.api.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * “页码号”命名 of scans: each file is an image named by its page number, 1 to n without a gap, uploaded in that order (Jiangsu, manual of the
 * register of testing personnel: 每页的扫描件以“页码号”命名，按页码顺序上传). Leading zeros may be written.
 */
public final class PageNames {
    private static final Pattern PAGE = Pattern.compile("0*([1-9][0-9]{0,3})\\.(?:jpg|jpeg|png)");

    private PageNames() {}

    /**
     * What is said of a list of names.
     *
     * @param verdict {@link Verdict#OK}, {@link Verdict#MISSING}, {@link Verdict#NAME}, {@link Verdict#DUPLICATE}, {@link Verdict#GAP} or
     *     {@link Verdict#ORDER}
     * @param page the page concerned: with GAP and MISSING the first that is missing, with DUPLICATE the one that came twice, with ORDER the first
     *     out of place; 0 with OK and NAME
     */
    public record Result(Verdict verdict, int page) {
        /** What people read. */
        public String message() {
            return verdict == Verdict.GAP ? "缺少第%d页".formatted(page) : verdict.title();
        }
    }

    /** Judges the names of all pages in the order of their upload and tells the first thing wrong, in the order of {@link Result}. */
    public static Result check(List<String> names) {
        if (names.isEmpty()) {
            return new Result(Verdict.MISSING, 1);
        }
        List<Integer> pages = new ArrayList<>();
        for (String name : names) {
            Matcher matcher = PAGE.matcher(Texts.orEmpty(name).strip().toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return new Result(Verdict.NAME, 0);
            }
            pages.add(Integer.valueOf(matcher.group(1)));
        }
        return checkNumbers(pages);
    }

    /** Judges one more upload behind those that are there. */
    public static Result next(List<String> existingNames, String newName) {
        List<String> names = new ArrayList<>(existingNames);
        names.add(newName);
        return check(names);
    }

    private static Result checkNumbers(List<Integer> pages) {
        Set<Integer> seen = new HashSet<>();
        for (int page : pages) {
            if (!seen.add(page)) {
                return new Result(Verdict.DUPLICATE, page);
            }
        }
        for (int page = 1; page <= pages.size(); page++) {
            if (!seen.contains(page)) {
                return new Result(Verdict.GAP, page);
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i) != i + 1) {
                return new Result(Verdict.ORDER, pages.get(i));
            }
        }
        return new Result(Verdict.OK, 0);
    }
}

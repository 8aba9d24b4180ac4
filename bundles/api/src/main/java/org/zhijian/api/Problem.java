package org.zhijian.api;

import java.util.Objects;

/**
 * Why a module is not in order, in Chinese.
 *
 * @param place where: a header of the manifest, a definition with its id; never blank
 * @param problem what is wrong there; never blank
 * @param mend what its author or the operator does about it; blank if nothing is to be done
 */
public record Problem(String place, String problem, String mend) {
    public Problem {
        if (place.isBlank() || problem.isBlank()) {
            throw new IllegalArgumentException("a problem tells where it is and what is wrong");
        }
        Objects.requireNonNull(mend);
    }

    /** All of it in a line, for where there is room for one text only. */
    public String sentence() {
        return place + "：" + problem + (mend.isBlank() ? "" : "。" + mend);
    }
}

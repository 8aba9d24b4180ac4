package org.zhijian.api.check;

/** What a validator says of a value. */
public enum Verdict {
    /** Right in every respect that can be checked. */
    OK("正确", true),
    /** Right as a whole, but the organisation code inside fails its own check: a warning unless the organisation code is what counts. */
    WARN_ORG("所含组织机构代码的校验码不正确", true),
    /** Not in the canonical form, kept as it was written. */
    FREEFORM("非标准编号，按原样保存", true),
    /** Nothing was entered where nothing is required. */
    EMPTY("未填写", true),

    /** Length, alphabet or separators are wrong. */
    FORMAT("格式不正确", false),
    /** The region inside the number, or the code itself, is not in the region table. */
    REGION("行政区划代码不存在", false),
    /** The date inside the number does not exist or cannot be meant. */
    DATE("日期不正确", false),
    /** The category or class inside the number does not exist. */
    CATEGORY("类别代码不正确", false),
    /** The sequence inside the number does not exist. */
    SEQ("顺序号不正确", false),
    /** The check character does not fit. */
    CHECK("校验码不正确", false),

    /** No page at all. */
    MISSING("尚未上传", false),
    /** A file name is not a page number with the extension of an image. */
    NAME("请按页码号命名并按顺序上传", false),
    /** A page was uploaded twice. */
    DUPLICATE("页码重复", false),
    /** A page between the first and the last is missing. */
    GAP("页码不连续", false),
    /** All pages are there, but not in the order of their numbers. */
    ORDER("请按页码顺序上传", false);

    private final String title;
    private final boolean accepted;

    Verdict(String title, boolean accepted) {
        this.title = title;
        this.accepted = accepted;
    }

    /** What people read behind the name of the number, such as 身份证号 + 校验码不正确. */
    public String title() {
        return title;
    }

    /** Whether a value with this verdict may be stored; {@link #WARN_ORG}, {@link #FREEFORM} and {@link #EMPTY} are left to the caller's rule. */
    public boolean accepted() {
        return accepted;
    }
}

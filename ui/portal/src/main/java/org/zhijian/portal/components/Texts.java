package org.zhijian.portal.components;

/** Words that several pages share. What one page alone says stands in that page. */
public final class Texts {
    /** The name of the house, where no region gives its own. */
    public static final String HOUSE = "建设工程质量监督业务平台";

    public static final String NOTHING = "暂无数据";
    public static final String MORE = "加载更多";
    public static final String ALL = "全部";
    public static final String SEARCH = "查询";
    public static final String CANCEL = "取消";
    public static final String CLOSE = "关闭";
    public static final String REGION_GONE = "该业务模块未启用，暂时不能办理。已提交的业务不受影响，请稍后再试。";
    public static final String NOT_FOUND = "未找到所请求的内容，可能已被删除，或您无权查看。";

    private Texts() {}
}

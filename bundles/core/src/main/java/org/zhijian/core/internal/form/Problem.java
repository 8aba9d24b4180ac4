package org.zhijian.core.internal.form;

/**
 * What is wrong with a value.
 *
 * @param rule one of the rules of {@link FormRules}
 * @param text what people read behind the label of the field
 */
record Problem(String rule, String text) {
    static final Problem FORMAT = new Problem(FormRules.FORMAT, "格式不正确");
    static final Problem CHOICE = new Problem(FormRules.CHOICE, "不在可选范围内");

    static Problem tooLong(int characters) {
        return new Problem(FormRules.LENGTH, "不能超过" + characters + "个字");
    }
}

package org.zhijian.rest.shape;

import org.zhijian.core.identity.LoginNames.Found;

/** A login name that was found again. */
public record LoginNameItem(
        @Told("该登录名对应的单位类型；不区分类型时为空") String organisationType,
        String loginName,
        @Told("手机号码；未能证明是注册人的，脱敏") String mobile) {
    public static LoginNameItem of(Found found) {
        return new LoginNameItem(found.organisationType(), found.loginName(), found.mobile());
    }
}

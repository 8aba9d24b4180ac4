package org.zhijian.jurisdiction.national;

import org.zhijian.api.Titled;

/** 认证方式 of a firm that registers. */
enum AuthenticationMethod implements Titled {
    NEW("新企业认证"),
    PASSWORD("密码认证"),
    USB_KEY("身份锁认证");

    private final String title;

    AuthenticationMethod(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

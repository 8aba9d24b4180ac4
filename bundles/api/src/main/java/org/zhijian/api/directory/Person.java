package org.zhijian.api.directory;

import java.util.Objects;

/**
 * A natural person (人员).
 *
 * @param id id given by the core
 * @param name 姓名
 * @param idType kind of the identity document
 * @param idNumber number of the identity document, in capitals, in clear: it leaves the core masked
 * @param mobile 手机号码, may be blank
 */
public record Person(String id, String name, IdType idType, String idNumber, String mobile) {

    /** 证件类型. */
    public enum IdType implements org.zhijian.api.Titled {
        ID("身份证"),
        PASSPORT("护照"),
        HKMO("港澳通行证"),
        TW("台胞证"),
        MIL("军官证");

        private final String title;

        IdType(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    public Person {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(idType);
        Objects.requireNonNull(idNumber);
        Objects.requireNonNull(mobile);
    }
}

package org.zhijian.api.directory;

import java.util.Objects;
import java.util.Set;

/**
 * An organisation (单位).
 *
 * @param id id given by the core
 * @param name 单位名称
 * @param uscc 统一社会信用代码, blank if it has none
 * @param orgCode 组织机构代码 with its hyphen, blank if it has none
 * @param types codes of its 单位类型
 * @param regionCode GB/T 2260 code of its place
 * @param legalRepresentative 法定代表人, may be blank
 * @param contactName 联系人, may be blank
 * @param contactMobile 联系人手机, may be blank
 */
public record Organisation(
        String id,
        String name,
        String uscc,
        String orgCode,
        Set<String> types,
        String regionCode,
        String legalRepresentative,
        String contactName,
        String contactMobile) {

    public Organisation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(uscc);
        Objects.requireNonNull(orgCode);
        types = Set.copyOf(types);
        Objects.requireNonNull(regionCode);
        Objects.requireNonNull(legalRepresentative);
        Objects.requireNonNull(contactName);
        Objects.requireNonNull(contactMobile);
    }

    public boolean is(String type) {
        return types.contains(type);
    }

    /** The first four digits of the region: the city it lies in. */
    public String cityCode() {
        return regionCode.substring(0, 4);
    }
}

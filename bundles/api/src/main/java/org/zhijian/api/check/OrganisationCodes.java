package org.zhijian.api.check;

import java.util.Optional;

/** The two codes of an organisation together (CORE-ORG-1). Pure functions. */
public final class OrganisationCodes {
    private OrganisationCodes() {}

    /** The organisation code: the one given, else the one inside the social credit code; empty if there is neither. */
    public static String orgCode(String uscc, String orgCode) {
        String given = OrgCode.normalise(orgCode);
        return given.isEmpty() ? Uscc.orgCodeOf(uscc).orElse("") : given;
    }

    /** What is wrong with the two as a pair, in Chinese; empty if they fit, or if one of them is not a code at all. */
    public static Optional<String> problem(String uscc, String orgCode) {
        String given = OrgCode.normalise(orgCode);
        if (given.isEmpty() && Uscc.normalise(uscc).isEmpty()) {
            return Optional.of("统一社会信用代码和组织机构代码至少填写一项");
        }
        return Uscc.orgCodeOf(uscc)
                .filter(inside -> !given.isEmpty() && !inside.equals(given))
                .map(inside -> "组织机构代码应与统一社会信用代码第9至17位一致");
    }
}

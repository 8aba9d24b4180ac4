package org.zhijian.jurisdiction.yunnan;

import java.util.Optional;
import org.zhijian.api.Titled;
import org.zhijian.api.query.Credential;
import org.zhijian.api.query.Query;

/** Certificates of people that the rules ask for. */
enum CertKind implements Titled {
    CONSTRUCTOR("注册建造师", "注册建造师资格", Credential.kind("registered-constructor", "注册建造师注册证书")),
    SAFETY_B("安全生产考核合格证（B证）", "B证", Credential.kind("safety-b", "安全生产考核合格证（B证）")),
    SAFETY_C("安全生产考核合格证（C证）", "C证", Credential.kind("safety-c", "安全生产考核合格证（C证）")),
    REGISTERED_SUPERVISOR("注册监理工程师", "注册监理工程师资格", Credential.REGISTERED_SUPERVISOR),
    SUPERVISION_CLERK("监理员", "监理员资格", Credential.kind("supervision-clerk", "监理员证书"));

    private final String title;
    private final String missing;
    private final Query<Credential> query;

    CertKind(String title, String missing, Query<Credential> query) {
        this.title = title;
        this.missing = missing;
        this.query = query;
    }

    @Override
    public String title() {
        return title;
    }

    /** How a refusal names it. */
    String asMissing() {
        return missing;
    }

    /** The question for it to whoever issues it. */
    Query<Credential> query() {
        return query;
    }

    /** The kind with this code, title or short name, such as B证. */
    static Optional<CertKind> of(String text) {
        return Words.find(CertKind.class, text).or(() -> switch (text.replace(" ", "")) {
            case "B证", "B" -> Optional.of(SAFETY_B);
            case "C证", "C" -> Optional.of(SAFETY_C);
            default -> Optional.empty();
        });
    }
}

package org.zhijian.core.identity;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** Finding a login name again (找回登录名, AUTH-07), where the region offers it. Thread-safe. */
@ProviderType
public interface LoginNames {

    /**
     * What somebody knows of a registration.
     *
     * @param name of the organisation
     * @param code its 统一社会信用代码 or 组织机构代码
     * @param identityNumber of the person who registered; with the right one mobile numbers are shown whole
     */
    record Question(String portal, String name, String code, String identityNumber, Captcha.Answer captcha) {
        public Question {
            Objects.requireNonNull(portal);
            Objects.requireNonNull(captcha);
            name = name.strip();
            code = code.strip();
            identityNumber = identityNumber.strip();
        }
    }

    /**
     * A login name.
     *
     * @param organisationType title of the type that signs in with it, blank for all
     * @param mobile masked, unless the registrant was proved
     */
    record Found(String organisationType, String loginName, String mobile) {}

    /**
     * The login names of an organisation. Each try is an audit event.
     *
     * @param address network address of who asks
     * @throws org.zhijian.core.access.Refusal 404 where the region does not offer it; 422 {@code CAPTCHA}, and where nothing is found; 429 after five tries
     *     a day for one organisation
     */
    List<Found> find(Question question, String address);
}

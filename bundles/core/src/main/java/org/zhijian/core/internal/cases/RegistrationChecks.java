package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.api.check.PasswordRules;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Subject;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Newcomer;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Violation;
import org.zhijian.core.internal.identity.Newcomers;
import org.zhijian.core.internal.modules.ModuleCode;

/** What is wrong with a registration beside its form and its own rules. */
final class RegistrationChecks {
    private static final String PENDING = "该企业注册信息正在审核中";

    private RegistrationChecks() {}

    /** Whom a form speaks of. */
    static Newcomer newcomer(String jurisdiction, Registration registration, FormData form) {
        return ModuleCode.call(
                jurisdiction, "a registration", () -> registration.newcomer().apply(form));
    }

    /** What forbids that the accounts are opened now, or are waited for. */
    static List<Violation> problems(
            EntityManager em, String jurisdiction, Registration registration, Newcomer newcomer, CaseFacts facts) {
        List<Violation> violations = new ArrayList<>(new Newcomers(em).problems(jurisdiction, registration, newcomer));
        for (Subject subject : newcomer.subjects()) {
            if (!facts.otherOpenCases(subject).isEmpty()) {
                violations.add(
                        subject.kind().equals(Newcomer.LOGIN)
                                ? Violation.of("loginName", "AUTH-LOGIN", "该登录名已被使用")
                                : Violation.of(
                                        newcomer.person().isPresent() ? "idNo" : "orgName",
                                        "CORE-ORG-2",
                                        newcomer.person().isPresent() ? "该人员注册信息正在审核中" : PENDING));
            }
        }
        return violations.stream().distinct().toList();
    }

    /** What is wrong with a password that a registrant thinks of. */
    static List<Violation> password(Registration registration, Newcomer newcomer, String password) {
        if (registration.password().kind() != FirstPassword.Kind.CHOSEN) {
            return List.of();
        }
        return newcomer.logins().stream()
                .flatMap(login -> PasswordRules.check(password, login.name(), typed -> false).stream())
                .distinct()
                .map(finding -> Violation.of("password", "AUTH-06", finding.message()))
                .toList();
    }
}

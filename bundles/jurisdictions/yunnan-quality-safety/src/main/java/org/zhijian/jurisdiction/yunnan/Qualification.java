package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.CertKind.CONSTRUCTOR;
import static org.zhijian.jurisdiction.yunnan.CertKind.REGISTERED_SUPERVISOR;
import static org.zhijian.jurisdiction.yunnan.CertKind.SAFETY_B;
import static org.zhijian.jurisdiction.yunnan.CertKind.SAFETY_C;
import static org.zhijian.jurisdiction.yunnan.CertKind.SUPERVISION_CLERK;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.query.Answers;
import org.zhijian.api.query.Credential;
import org.zhijian.api.query.Query;
import org.zhijian.api.register.Registers;

/**
 * The certificates that a post asks for (YN-I5). Whoever issues them is asked; where nobody answers, what pushed works have brought stands,
 * unverified. As the facts of one transaction see them.
 */
final class Qualification {
    private enum Proof {
        VERIFIED,
        UNVERIFIED,
        NONE
    }

    private final Registers registers;
    private final LocalDate today;
    private final BiFunction<Query<Credential>, String, Answers<Credential>> issuers;

    private Qualification(
            Registers registers, LocalDate today, BiFunction<Query<Credential>, String, Answers<Credential>> issuers) {
        this.registers = registers;
        this.today = today;
        this.issuers = issuers;
    }

    static Qualification in(CaseFacts facts) {
        return new Qualification(facts.registers(), facts.today(), facts::ask);
    }

    static Qualification in(IntakeFacts facts) {
        return new Qualification(facts.registers(), facts.today(), facts::ask);
    }

    /** Of each inner list one certificate is enough. */
    private static List<List<CertKind>> wanted(Post post) {
        return switch (post) {
            case PROJECT_MANAGER -> List.of(List.of(CONSTRUCTOR), List.of(SAFETY_B));
            case SAFETY_OFFICER -> List.of(List.of(SAFETY_C));
            case CHIEF_SUPERVISOR -> List.of(List.of(REGISTERED_SUPERVISOR, SUPERVISION_CLERK));
            default -> List.of();
        };
    }

    /** What the person lacks for the post at a firm, as a refusal names it. */
    Optional<String> missing(Post post, String person, String firm) {
        return wanted(post).stream()
                .filter(either -> either.stream().allMatch(kind -> proof(kind, person, firm) == Proof.NONE))
                .findFirst()
                .map(Qualification::names);
    }

    /** 注册监理工程师或监理员资格: what several have in common is said once. */
    private static String names(List<CertKind> either) {
        return either.size() == 1
                ? either.get(0).asMissing()
                : either.stream().map(CertKind::title).collect(Collectors.joining("或")) + "资格";
    }

    /** True if whoever issues the certificates has confirmed all that the post asks for. */
    boolean isVerified(Post post, String person, String firm) {
        return wanted(post).stream()
                .allMatch(either -> either.stream().anyMatch(kind -> proof(kind, person, firm) == Proof.VERIFIED));
    }

    private Proof proof(CertKind kind, String person, String firm) {
        Answers<Credential> answers = issuers.apply(kind.query(), person);
        if (answers.found().stream().anyMatch(credential -> credential.isValidAt(firm))) {
            return Proof.VERIFIED;
        }
        boolean brought = !answers.isComplete()
                && Certificate.heldBy(registers, person).stream()
                        .anyMatch(certificate -> certificate.isValid(kind, firm, today));
        return brought ? Proof.UNVERIFIED : Proof.NONE;
    }
}

package org.zhijian.jurisdiction.yunnan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.api.check.ContractNumber;

/** YN-R01 to R04: how people are counted, admitted and locked. */
class LimitsTest {
    private final Yunnan yunnan = new Yunnan();

    /** 项目经理 1, 安全员 1, 项目总监 3, over the whole province (YN-R01). */
    @ParameterizedTest(name = "{0} with {1}: {2}, locked {3}")
    @CsvSource({
        // post, contracts, count, locked
        "PROJECT_MANAGER, '', 0, false",
        "PROJECT_MANAGER, 5301022607010101-HZ-001, 1, true",
        "CHIEF_SUPERVISOR, AAAA-1 AAAA-2, 2, false",
        "CHIEF_SUPERVISOR, AAAA-1 AAAA-2 AAAA-3, 3, true",
        "CHIEF_SUPERVISOR, AAAA-1 AAAA-1 AAAA-1 AAAA-2, 2, false",
        "SAFETY_OFFICER, AAAA-1, 1, true",
    })
    void people_are_locked_at_the_limit_of_their_post(Post post, String contracts, long count, boolean locked) {
        String key = post == Post.PROJECT_MANAGER ? "p21" : post == Post.SAFETY_OFFICER ? "p23" : "p25";
        int works = 0;
        for (String contract : contracts.isEmpty() ? new String[0] : contracts.split(" ")) {
            works++;
            yunnan.serving("G-00" + works, key, post, contract);
        }

        assertThat(yunnan.count(key, post)).isEqualTo(count);
        assertThat(yunnan.lock(key, post).isPresent()).isEqualTo(locked);
    }

    @Test
    void a_safety_officer_locked_in_kunming_is_not_admitted_in_yuxi() {
        yunnan.serving("G-001", "p23", Post.SAFETY_OFFICER, Yunnan.HZ1);

        yunnan.accept(yunnan.push("G-002", Yunnan.HZ2, "", Yunnan.person("p23", Post.SAFETY_OFFICER, "Y2"))
                .with("regionCode", "530400"));

        assertThat(yunnan.posts("p23")).isEqualTo("在岗@G-001 待更换@G-002");
        assertThat(yunnan.engagements("p23").get(1).remark()).isEqualTo("吕滇安已被锁定，无法承接新的在建工程");
    }

    /** All works of one registered contract are one (YN-R02). */
    @ParameterizedTest(name = "“{0}” and “{1}”: {2}")
    @CsvSource({
        "5301022607010101-HZ-001, 5301022607010101-hz-001, 1",
        "5301022607010101-HZ-001, '5301022607010101-HZ-001 ', 1",
        "５３01022607010101-HZ-001, 5301022607010101-HZ-001, 1",
        "5301022607010101-HZ-001, 5301022607010101-HZ-002, 2",
        "'', '', 2",
        "'', 5301022607010101-HZ-001, 2",
    })
    void contracts_are_compared_as_they_are_registered(String one, String other, long count) {
        List<Engagement> engagements = new ArrayList<>();
        for (String contract : List.of(one, other)) {
            engagements.add(new Engagement(
                    "R" + engagements.size(),
                    "W" + engagements.size(),
                    "",
                    Post.CHIEF_SUPERVISOR,
                    "p",
                    "o",
                    ContractNumber.normalise(contract),
                    Yunnan.TODAY,
                    java.util.Optional.empty(),
                    false,
                    EngagementStatus.ON_POST,
                    ""));
        }

        assertThat(Limits.count(engagements, Post.CHIEF_SUPERVISOR)).isEqualTo(count);
    }

    /** Who is locked is not admitted, but for works of the same contract (YN-R03). */
    @ParameterizedTest(name = "{0} who serves under {1} named under {2}: {3}, count {4}")
    @CsvSource({
        "PROJECT_MANAGER, '', AAAA-1, 在岗, 1",
        "PROJECT_MANAGER, AAAA-1, AAAA-2, 待更换, 1",
        "PROJECT_MANAGER, AAAA-1, AAAA-1, 在岗, 1",
        "PROJECT_MANAGER, AAAA-1, aaaa-1, 在岗, 1",
        "CHIEF_SUPERVISOR, AAAA-1 AAAA-2, AAAA-3, 在岗, 3",
        "CHIEF_SUPERVISOR, AAAA-1 AAAA-2 AAAA-3, AAAA-4, 待更换, 3",
        "CHIEF_SUPERVISOR, AAAA-1 AAAA-2 AAAA-3, AAAA-3, 在岗, 3",
    })
    void a_push_admits_whom_the_limit_allows(Post post, String before, String named, String status, long count) {
        String key = post == Post.PROJECT_MANAGER ? "p21" : "p25";
        int works = 0;
        for (String contract : before.isEmpty() ? new String[0] : before.split(" ")) {
            works++;
            yunnan.serving("G-00" + works, key, post, contract);
        }

        yunnan.serving("G-100", key, post, named);

        assertThat(yunnan.posts(key)).contains(status + "@G-100");
        assertThat(yunnan.count(key, post)).isEqualTo(count);
        assertThat(yunnan.lock(key, post)).isPresent();
    }

    @Test
    void posts_are_counted_apart() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);

        yunnan.accept(yunnan.push("G-002", Yunnan.HZ2, "", Yunnan.person("p21", Post.SAFETY_OFFICER, "Y2")));

        assertThat(yunnan.posts("p21")).isEqualTo("在岗@G-001 在岗@G-002");
    }

    /** A locked project manager is 项目总监 elsewhere only with a certificate for it (YN-R03, last row). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "监理员, 在岗@G-001 在岗@G-002, ''",
        "B证, 在岗@G-001 待更换@G-002, 许滇经已被锁定，且不具备注册监理工程师或监理员资格，不能担任项目总监",
    })
    void a_locked_manager_supervises_with_a_certificate_alone(String certificate, String posts, String remark) {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);
        Map<String, Object> named = new HashMap<>(Yunnan.person("p21", Post.CHIEF_SUPERVISOR, "Y4"));
        named.put("certs", List.of(Map.of("kind", certificate, "no", "云-" + certificate, "validTo", "2028-01-01")));

        yunnan.accept(yunnan.push("G-002", "", Yunnan.HJ1, named));

        assertThat(yunnan.posts("p21")).isEqualTo(posts);
        assertThat(yunnan.engagements("p21").get(1).remark()).isEqualTo(remark);
        assertThat(yunnan.lock("p21", Post.CHIEF_SUPERVISOR)).isEmpty();
    }

    /** The lock stands with the works that reached the limit, and goes when the count falls (YN-R04). */
    @Test
    void a_chief_supervisor_is_locked_by_the_third_works_and_freed_by_the_first_that_ends() {
        yunnan.serving("G-001", "p25", Post.CHIEF_SUPERVISOR, "AAAA-1");
        yunnan.serving("G-002", "p25", Post.CHIEF_SUPERVISOR, "AAAA-2");
        assertThat(yunnan.locks("p25")).isEmpty();

        yunnan.serving("G-003", "p25", Post.CHIEF_SUPERVISOR, "AAAA-3");
        assertThat(yunnan.locks("p25")).isEqualTo("锁定@G-003");

        yunnan.serving("G-004", "p25", Post.CHIEF_SUPERVISOR, "AAAA-3");
        assertThat(yunnan.locks("p25"))
                .as("works of the same contract bring no new record")
                .isEqualTo("锁定@G-003");

        yunnan.complete("G-001");
        assertThat(yunnan.count("p25", Post.CHIEF_SUPERVISOR)).isEqualTo(2);
        assertThat(yunnan.locks("p25")).isEqualTo("已解锁(竣工备案)@G-003");
    }

    @Test
    void whom_a_higher_version_names_no_longer_leaves_and_is_unlocked() {
        yunnan.serving("G-001", "p21", Post.PROJECT_MANAGER, Yunnan.HZ1);

        yunnan.accept(yunnan.push("G-001", Yunnan.HZ1, "", Yunnan.person("p22", Post.PROJECT_MANAGER, "Y2"))
                .with("version", 2));

        assertThat(yunnan.posts("p21")).isEmpty();
        assertThat(yunnan.locks("p21")).isEqualTo("已解锁(回退)@G-001");
        assertThat(yunnan.locks("p22")).isEqualTo("锁定@G-001");
    }
}

package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.api.Demonstration.idOf;
import static org.zhijian.jurisdiction.jiangsu.Division.FOUNDATION;
import static org.zhijian.jurisdiction.jiangsu.Division.MATERIAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Demonstration.Holding;
import org.zhijian.api.Demonstration.Login;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;

/** The synthetic cast: all names and numbers are made up, from regions and ranges that are assigned to nobody. */
final class Cast {
    private static final LocalDate BEGINNING = LocalDate.of(2024, 3, 1);

    /** A testing organisation; without divisions it is not on file yet. */
    private record Firm(String key, String name, String uscc, City city, String mobile, List<Division> divisions) {
        Organisation organisation() {
            return new Organisation(
                    idOf(key),
                    name,
                    uscc,
                    orgCode(),
                    Set.of(Parties.TESTING_ORG),
                    city.code() + "00",
                    "示法人",
                    "示联系",
                    mobile);
        }

        String orgCode() {
            return Uscc.orgCodeOf(uscc).orElseThrow();
        }

        boolean isRegistered() {
            return !divisions.isEmpty();
        }

        TestingOrganisation record() {
            return new TestingOrganisation(
                    orgCode(),
                    idOf(key),
                    city,
                    divisions,
                    OrganisationStatus.REGISTERED,
                    "JSJC-" + orgCode(),
                    "",
                    Optional.of(BEGINNING),
                    Optional.of(BEGINNING.plusYears(5).minusDays(1)),
                    "示法人",
                    "示技术",
                    "示质量",
                    city.title() + "示例路" + key.substring(1) + "号",
                    mobile,
                    Optional.empty());
        }

        Stream<CreditFile> creditFiles() {
            return divisions.stream()
                    .map(division -> new CreditFile(
                            "XY-D-" + key + division.name().charAt(0),
                            division,
                            "",
                            idOf(key),
                            CreditStatus.PRESENT,
                            List.of()));
        }
    }

    /** A member of staff with certificates in these divisions, numbered by {@code number}; {@code firm} blank: with nobody yet. */
    private record Tester(
            String key, String name, String idNo, String mobile, String firm, String number, List<Division> divisions) {
        Person person() {
            return new Person(idOf(key), name, Person.IdType.ID, idNo, mobile);
        }

        Stream<Certificate> certificates() {
            return divisions.stream()
                    .map(division -> Certificate.issued(certNo(division), division, idOf(key), idOf(firm)));
        }

        Stream<StaffMember> files() {
            return divisions.stream()
                    .map(division -> new StaffMember(
                            "RY-D-" + key + division.name().charAt(0),
                            idOf(key),
                            idNo,
                            division,
                            idOf(firm),
                            StaffStatus.ON_FILE,
                            Post.TESTER.title(),
                            "工程师",
                            Optional.of(Education.BACHELOR),
                            "土木工程",
                            List.of(),
                            certNo(division),
                            Optional.of(BEGINNING),
                            Optional.empty(),
                            BEGINNING,
                            ""));
        }

        Stream<CreditFile> creditFiles() {
            return divisions.stream()
                    .map(division -> new CreditFile(
                            "XY-D-" + key + division.name().charAt(0),
                            division,
                            idOf(key),
                            idOf(firm),
                            CreditStatus.PRESENT,
                            List.of()));
        }

        private String certNo(Division division) {
            return (division == MATERIAL ? "JC-M-" : "JC-F-") + number;
        }
    }

    private static final List<Firm> FIRMS = List.of(
            new Firm("J1", "南京示例检测中心有限公司", "91320199PDY000116M", City.NANJING, "13900000051", both()),
            new Firm("J2", "无锡示例建材检测有限公司", "91320299PDY000124M", City.WUXI, "13900000052", List.of(MATERIAL)),
            new Firm("J3", "苏州示例检测有限公司", "91320599PDY0001320", City.SUZHOU, "13900000053", both()),
            new Firm("J4", "无锡示例地基检测有限公司", "91320299PDY000140B", City.WUXI, "13900000054", List.of(FOUNDATION)),
            new Firm("J5", "常州示例新检测有限公司", "91320499PDY000159J", City.CHANGZHOU, "13900000055", List.of()),
            new Firm("J6", "南京示例第二检测有限公司", "91320199PDY000167X", City.NANJING, "13900000056", List.of(MATERIAL)));

    private static final List<Tester> TESTERS = List.of(
            new Tester("p11", "韩示双", "320199198601010318", "13900000011", "J1", "0011", both()),
            new Tester("p12", "杨样单", "320299198702020422", "13900000012", "J2", "0012", List.of(MATERIAL)),
            new Tester("p13", "朱例双", "320599198803030538", "13900000013", "J3", "0013", both()),
            new Tester("p14", "秦模基", "320299198904040640", "13900000014", "J4", "0014", List.of(FOUNDATION)),
            new Tester("p15", "尤示新", "320499199005050752", "13900000015", "", "", List.of()),
            new Tester("p16", "邹样基", "320199198706060637", "13900000016", "J1", "0016", List.of(FOUNDATION)));

    private Cast() {}

    private static List<Division> both() {
        return List.of(MATERIAL, FOUNDATION);
    }

    static Demonstration demonstration() {
        return new Demonstration(
                FIRMS.stream().map(Firm::organisation).toList(),
                TESTERS.stream().map(Tester::person).toList(),
                TESTERS.stream()
                        .filter(tester -> !tester.firm().isEmpty())
                        .map(tester -> Employment.since(
                                BEGINNING, idOf(tester.key()), idOf(tester.firm()), Post.TESTER.title()))
                        .toList(),
                List.of(
                        new Holding<>(
                                TestingOrganisation.ORGANISATIONS,
                                FIRMS.stream()
                                        .filter(Firm::isRegistered)
                                        .map(Firm::record)
                                        .toList()),
                        new Holding<>(
                                Certificate.CERTIFICATES,
                                TESTERS.stream().flatMap(Tester::certificates).toList()),
                        new Holding<>(
                                StaffMember.STAFF,
                                TESTERS.stream().flatMap(Tester::files).toList()),
                        new Holding<>(Capability.CAPABILITIES, capabilities()),
                        new Holding<>(
                                CreditFile.CREDIT_FILES,
                                Stream.concat(
                                                FIRMS.stream().flatMap(Firm::creditFiles),
                                                TESTERS.stream().flatMap(Tester::creditFiles))
                                        .toList())),
                FIRMS.stream()
                        .map(firm -> Login.organisation(firm.key().toLowerCase(Locale.ROOT), idOf(firm.key())))
                        .toList());
    }

    private static List<Capability> capabilities() {
        return List.of(
                capability("J1", 1, MATERIAL, "钢筋混凝土用钢材", "钢筋", "力学性能"),
                capability("J1", 2, FOUNDATION, "地基基础工程检测", "桩基", "单桩承载力"),
                capability("J2", 3, MATERIAL, "水泥", "通用硅酸盐水泥", "强度"),
                capability("J3", 4, MATERIAL, "混凝土", "混凝土试块", "抗压强度"),
                capability("J4", 5, FOUNDATION, "地基基础工程检测", "地基", "承载力"));
    }

    private static Capability capability(
            String firm, int number, Division division, String category, String item, String parameter) {
        return new Capability(
                "JN-D%05d".formatted(number),
                idOf(firm),
                division,
                category,
                item,
                parameter,
                "",
                "",
                CapabilityStatus.VALID,
                BEGINNING);
    }
}

package org.zhijian.jurisdiction.national;

import static org.zhijian.api.Demonstration.idOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Demonstration.Holding;
import org.zhijian.api.Demonstration.Login;
import org.zhijian.api.check.IdNumber;
import org.zhijian.api.check.Regions;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;

/** The synthetic cast: all names and numbers are made up, from regions and ranges that are assigned to nobody. */
final class Cast {
    private static final LocalDate BEGINNING = LocalDate.of(2024, 3, 1);

    /** A firm that is authenticated. */
    private record Firm(String key, String name, String uscc, String region, String mobile) {
        Organisation organisation() {
            return new Organisation(
                    idOf(key),
                    name,
                    uscc,
                    Uscc.orgCodeOf(uscc).orElseThrow(),
                    Set.of(Parties.EMPLOYER),
                    region,
                    "示法人",
                    "示联系",
                    mobile);
        }

        Enterprise record() {
            return new Enterprise(
                    "QY-D-" + key,
                    uscc,
                    name,
                    idOf(key),
                    region,
                    Regions.fullName(region).orElse(region),
                    List.of(QualificationKind.SUPERVISION_A),
                    "示法人",
                    "示例路" + key.substring(1) + "号",
                    "示联系",
                    mobile,
                    "010-0000000" + key.substring(1),
                    "",
                    "",
                    Optional.empty(),
                    Optional.of(BEGINNING),
                    EnterpriseStatus.AUTHENTICATED);
        }
    }

    /** Somebody who works for a firm; {@code number} blank: not registered. */
    private record Member(
            String key,
            String name,
            String idNo,
            String mobile,
            String firm,
            String number,
            LocalDate validTo,
            List<String> specialties) {
        Person person() {
            return new Person(idOf(key), name, Person.IdType.ID, idNo, mobile);
        }

        boolean isRegistered() {
            return !number.isEmpty();
        }

        Registration registration() {
            return new Registration(
                    number,
                    idOf(key),
                    idNo,
                    idOf(firm),
                    specialties,
                    validTo.minusYears(3).plusDays(1),
                    validTo,
                    RegistrationStatus.VALID,
                    "JL" + validTo.minusYears(3).getYear() + "9" + number.substring(2),
                    false,
                    1);
        }

        RegistrationEntry entry() {
            Registration registration = registration();
            return new RegistrationEntry(
                    number + "-1",
                    number,
                    idOf(key),
                    idOf(firm),
                    BusinessType.INITIAL,
                    registration.validFrom(),
                    "初始注册，有效期至" + validTo,
                    "");
        }

        Engineer engineer() {
            return new Engineer(
                    "RY-D-" + key,
                    idOf(key),
                    idNo,
                    IdNumber.gender(idNo).map(gender -> Gender.valueOf(gender.name())),
                    IdNumber.birthDate(idNo),
                    Optional.of(Education.BACHELOR),
                    "示例大学",
                    "土木工程",
                    Optional.of(TitleLevel.MIDDLE));
        }
    }

    private static final List<Firm> FIRMS = List.of(
            new Firm("N1", "江苏示例监理有限公司", "91320199PDY000319A", "320000", "13900000061"),
            new Firm("N2", "北京示例项目管理有限公司", "91110199PDY000327K", "110000", "13900000062"),
            new Firm("N3", "苏州示例监理有限公司", "91320599PDY000335L", "320500", "13900000063"),
            new Firm("W3", "无锡示例工程监理有限公司", "91320299PDY0000367", "320200", "13900000064"),
            new Firm("Y4", "云南示例监理咨询有限公司", "91530199PDY0002473", "530100", "13900000065"));

    private static final List<Member> MEMBERS = List.of(
            new Member("p31", "华国监", "320199198507010338", "13900000031", "N1", "", BEGINNING, List.of()),
            member("p32", "金国监", "320199198207020358", "13900000032", "N1", "32900032", LocalDate.of(2027, 5, 1)),
            member("p33", "魏国监", "320199198007030375", "13900000033", "N1", "32900033", LocalDate.of(2028, 6, 30)),
            member("p34", "陶国监", "110199198107040395", "13900000034", "N2", "11900034", LocalDate.of(2026, 12, 31)),
            member("p05", "冯示监", "320299197506300158", "13900000005", "W3", "32900005", LocalDate.of(2028, 12, 31)),
            member("p25", "张滇监", "530199197506050156", "13900000025", "Y4", "53900025", LocalDate.of(2028, 12, 31)),
            member("p26", "孔滇监", "530199197606060175", "13900000026", "Y4", "53900026", LocalDate.of(2028, 12, 31)));

    private static Member member(
            String key, String name, String idNo, String mobile, String firm, String number, LocalDate validTo) {
        return new Member(key, name, idNo, mobile, firm, number, validTo, List.of("HOUSING", "MUNICIPAL"));
    }

    private Cast() {}

    static Demonstration demonstration() {
        List<Member> registered = MEMBERS.stream().filter(Member::isRegistered).toList();
        List<Registration> registrations =
                registered.stream().map(Member::registration).toList();
        return new Demonstration(
                FIRMS.stream().map(Firm::organisation).toList(),
                MEMBERS.stream().map(Member::person).toList(),
                MEMBERS.stream()
                        .map(member -> Employment.since(
                                BEGINNING, idOf(member.key()), idOf(member.firm()), InitialRegistration.POST))
                        .toList(),
                List.of(
                        new Holding<>(
                                Enterprise.ENTERPRISES,
                                FIRMS.stream().map(Firm::record).toList()),
                        new Holding<>(Registration.REGISTRATIONS, registrations),
                        new Holding<>(
                                PracticeCertificate.CERTIFICATES,
                                registrations.stream()
                                        .map(PracticeCertificate::first)
                                        .toList()),
                        new Holding<>(
                                RegistrationEntry.ENTRIES,
                                registered.stream().map(Member::entry).toList()),
                        new Holding<>(
                                Engineer.ENGINEERS,
                                registered.stream().map(Member::engineer).toList())),
                accounts());
    }

    private static List<Login> accounts() {
        Stream<Login> firms = FIRMS.stream()
                .filter(firm -> !firm.key().startsWith("W"))
                .map(firm -> Login.organisation(firm.key().toLowerCase(Locale.ROOT), idOf(firm.key())));
        Stream<Login> people = MEMBERS.stream().map(member -> Login.person(member.key(), idOf(member.key())));
        return Stream.concat(firms, people).toList();
    }
}

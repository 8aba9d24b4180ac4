package org.zhijian.jurisdiction.yunnan;

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
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;

/** The synthetic cast: all names and numbers are made up, from regions and ranges that are assigned to nobody. */
final class Cast {
    private static final LocalDate BEGINNING = LocalDate.of(2025, 3, 1);
    private static final String CONTRACT = "5304002503010101-HZ-001";
    private static final String WORKS = "YN-GC-D00001";
    private static final String WORKS_NAME = "玉溪示例安置房工程";

    private record Firm(String key, String name, PartyRole role, String uscc, String region, String qualification) {
        Organisation organisation() {
            return new Organisation(
                    idOf(key),
                    name,
                    uscc,
                    Uscc.orgCodeOf(uscc).orElseThrow(),
                    Set.of(role.name()),
                    region,
                    "示法人",
                    "示联系",
                    "1390000006" + key.substring(1));
        }

        OrganisationFile file() {
            return new OrganisationFile(
                    uscc,
                    idOf(key),
                    "示例路" + key.substring(1) + "号",
                    "示例路" + key.substring(1) + "号",
                    region,
                    "示法人",
                    Optional.of(BEGINNING.minusYears(10)),
                    Optional.empty(),
                    "有限责任公司",
                    qualification,
                    "示联系",
                    "1390000006" + key.substring(1),
                    "",
                    "");
        }
    }

    private record Worker(String key, String name, String idNo, String firm, CertKind... certificates) {
        Person person() {
            return new Person(idOf(key), name, Person.IdType.ID, idNo, "139000000" + key.substring(1));
        }

        Stream<Certificate> held() {
            return Stream.of(certificates)
                    .map(kind -> new Certificate(
                            certNo(kind), idOf(key), kind, idOf(firm), Optional.of(LocalDate.of(2028, 12, 31))));
        }

        String certNo(CertKind kind) {
            String prefix =
                    switch (kind) {
                        case CONSTRUCTOR -> "云建造";
                        case SAFETY_B -> "云建安B";
                        case SAFETY_C -> "云建安C";
                        case REGISTERED_SUPERVISOR -> "云监理注";
                        case SUPERVISION_CLERK -> "云监理员";
                    };
            return prefix + "-D" + key.substring(1);
        }
    }

    private static final List<Firm> FIRMS = List.of(
            new Firm("Y1", "昆明示例置业有限公司", PartyRole.DEVELOPER, "91530199PDY000212G", "530102", "房地产开发二级"),
            new Firm("Y2", "昆明示例建设集团有限公司", PartyRole.CONTRACTOR, "91530199PDY000220B", "530102", "建筑工程施工总承包一级"),
            new Firm("Y3", "玉溪示例建筑有限公司", PartyRole.CONTRACTOR, "91530499PDY000239P", "530400", "建筑工程施工总承包二级"),
            new Firm("Y4", "云南示例监理咨询有限公司", PartyRole.SUPERVISOR, "91530199PDY0002473", "530102", "房屋建筑工程监理甲级"));

    private static final List<Worker> WORKERS = List.of(
            new Worker("p21", "许滇经", "530199197806010113", "Y2", CertKind.CONSTRUCTOR, CertKind.SAFETY_B),
            new Worker("p22", "何滇经", "530199197906020132", "Y2", CertKind.CONSTRUCTOR, CertKind.SAFETY_B),
            new Worker("p23", "吕滇安", "530199198606030229", "Y2", CertKind.SAFETY_C),
            new Worker("p24", "施滇安", "530199198706040248", "Y2", CertKind.SAFETY_C),
            new Worker("p25", "张滇监", "530199197506050156", "Y4", CertKind.REGISTERED_SUPERVISOR),
            new Worker("p26", "孔滇监", "530199197606060175", "Y4", CertKind.REGISTERED_SUPERVISOR),
            new Worker("p27", "曹滇员", "530199199306070266", "Y4", CertKind.SUPERVISION_CLERK),
            new Worker("p28", "严滇无", "530199199506080282", "Y2"),
            new Worker("p29", "尹滇经", "530499198109090323", "Y3", CertKind.CONSTRUCTOR, CertKind.SAFETY_B),
            new Worker("p20", "彭滇办", "53019919801203031X", "Y1"));

    private Cast() {}

    static Demonstration demonstration() {
        return new Demonstration(
                FIRMS.stream().map(Firm::organisation).toList(),
                WORKERS.stream().map(Worker::person).toList(),
                WORKERS.stream()
                        .map(worker -> Employment.since(BEGINNING, idOf(worker.key()), idOf(worker.firm()), ""))
                        .toList(),
                List.of(
                        new Holding<>(
                                OrganisationFile.FILES,
                                FIRMS.stream().map(Firm::file).toList()),
                        new Holding<>(
                                Certificate.CERTIFICATES,
                                WORKERS.stream().flatMap(Worker::held).toList()),
                        new Holding<>(Works.WORKS, List.of(works())),
                        new Holding<>(WorksParty.PARTIES, List.of(party())),
                        new Holding<>(Engagement.ENGAGEMENTS, List.of(engagement())),
                        new Holding<>(PersonLock.LOCKS, List.of(lock()))),
                Stream.concat(
                                FIRMS.stream()
                                        .map(firm -> Login.role(
                                                firm.key().toLowerCase(Locale.ROOT), idOf(firm.key()), idOf("p20"))),
                                WORKERS.stream().map(worker -> Login.person(worker.key(), idOf(worker.key()))))
                        .toList());
    }

    /** Works of another contractor than the scenarios speak of, so that there is something to see at the start. */
    private static Works works() {
        return new Works(
                WORKS,
                WORKS_NAME,
                "D-001",
                1,
                "5304002503010101",
                List.of(CONTRACT),
                idOf("Y1"),
                List.of(idOf("Y1"), idOf("Y3")),
                "玉溪市示例路1号",
                "530400",
                Offices.authorityOf("530400"),
                Offices.bodyOf("530400"),
                "房屋建筑工程",
                "地上11层",
                Optional.empty(),
                Optional.empty(),
                Optional.of(BEGINNING),
                Optional.of(BEGINNING.plusYears(2)),
                List.of("1号楼", "2号楼"),
                BEGINNING,
                "",
                WorksStatus.SUPERVISED);
    }

    private static WorksParty party() {
        return new WorksParty(
                WORKS + "-D01",
                WORKS,
                WORKS_NAME,
                PartyRole.CONTRACTOR,
                idOf("Y3"),
                "建筑工程施工总承包二级",
                CONTRACT,
                "",
                Optional.empty(),
                PartyStatus.TAKING_PART);
    }

    private static Engagement engagement() {
        return new Engagement(
                WORKS + "-R01",
                WORKS,
                WORKS_NAME,
                Post.PROJECT_MANAGER,
                idOf("p29"),
                idOf("Y3"),
                CONTRACT,
                BEGINNING,
                Optional.empty(),
                false,
                EngagementStatus.ON_POST,
                "");
    }

    private static PersonLock lock() {
        return new PersonLock(
                WORKS + "-R01-SD",
                idOf("p29"),
                "530499198109090323",
                List.of("云建安B-D29", "云建造-D29"),
                Post.PROJECT_MANAGER,
                idOf("Y3"),
                WORKS,
                WORKS_NAME,
                BEGINNING,
                LockStatus.LOCKED,
                Optional.empty(),
                Optional.empty());
    }
}

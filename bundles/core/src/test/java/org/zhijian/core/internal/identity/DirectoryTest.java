package org.zhijian.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.core.internal.store.Database;
import org.zhijian.core.internal.store.Ids;
import org.zhijian.core.internal.store.Transactions;

class DirectoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static Organisation organisation(String name, String type) {
        return new Organisation(Ids.next(), name, "", "", Set.of(type, "OTHER"), "320199", "韩示双", "", "");
    }

    private static Person person(String name) {
        return new Person(Ids.next(), name, Person.IdType.PASSPORT, Ids.next().toUpperCase(Locale.ROOT), "");
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void organisationsAreFoundByTypeAndPartOfTheName(Database database) {
        Transactions transactions = new Transactions(database);
        String type = "TYPE_" + Ids.next().substring(24);
        Organisation nanjing = organisation("南京示例检测中心有限公司", type);
        Organisation suzhou = organisation("苏州100%示例_检测有限公司ABC", type);
        transactions.run(em -> List.of(nanjing, suzhou).forEach(new DirectoryEditor(em)::save));

        transactions.run(em -> {
            DirectoryView directory = new DirectoryView(em);
            assertThat(directory.organisation(nanjing.id())).contains(nanjing);
            assertThat(directory.organisations(type, "示例", 10)).containsExactly(nanjing, suzhou);
            assertThat(directory.organisations(type, "示例", 1)).containsExactly(nanjing);
            assertThat(directory.organisations(type, "京示", 10)).containsExactly(nanjing);
            assertThat(directory.organisations(type, "0%示", 10)).containsExactly(suzhou);
            assertThat(directory.organisations(type, "例_检", 10)).containsExactly(suzhou);
            assertThat(directory.organisations(type, "abc", 10)).containsExactly(suzhou);
            assertThat(directory.organisations(type, "!", 10)).isEmpty();
            assertThat(directory.organisations(type.substring(1), "", 10)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anEmploymentLastsUntilItsLastDayIsSet(Database database) {
        Transactions transactions = new Transactions(database);
        Organisation employer = organisation("无锡示例建材检测有限公司", "TESTING_ORG");
        Person person = person("杨样单");
        Employment employment = Employment.since(DAY, person.id(), employer.id(), "检测员");
        transactions.run(em -> {
            DirectoryEditor editor = new DirectoryEditor(em);
            editor.save(employer);
            editor.save(person);
            editor.employ(employment);
            editor.employ(Employment.since(DAY.plusDays(9), person.id(), employer.id(), "组长"));
        });

        transactions.run(em -> {
            DirectoryView directory = new DirectoryView(em);
            assertThat(directory.employs(employer.id(), person.id())).isTrue();
            assertThat(directory.employers(person.id())).containsExactly(employer);
            assertThat(directory.staff(employer.id(), "样", 10)).containsExactly(person);
            assertThat(directory.staff(employer.id(), "朱", 10)).isEmpty();
            new DirectoryEditor(em).endEmployment(person.id(), employer.id(), DAY);
            assertThat(directory.employs(employer.id(), person.id())).isFalse();
            assertThat(directory.staff(employer.id(), "", 10)).isEmpty();
            new DirectoryEditor(em).employ(employment);
            assertThat(directory.employs(employer.id(), person.id())).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void aPersonIsFoundByTheIdentityDocument(Database database) {
        Transactions transactions = new Transactions(database);
        Person person = person("秦模基");
        transactions.run(em -> new DirectoryEditor(em).save(person));

        Optional<Person> found = transactions.read(em -> new DirectoryView(em)
                .personByIdNumber(
                        Person.IdType.PASSPORT, " " + person.idNumber().toLowerCase(Locale.ROOT)));
        assertThat(found).contains(person);
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void anOfficeBelongsToOneJurisdiction(Database database) {
        Transactions transactions = new Transactions(database);
        Office office = Office.office("office-" + Ids.next().substring(24), "省质监总站", Office.Level.PROVINCE, "320000")
                .overseeing();
        transactions.run(em -> new DirectoryEditor(em).saveOffices("one", List.of(office)));

        Optional<Office> found = transactions.read(em -> new DirectoryView(em).office(office.id()));
        assertThat(found).contains(office);
        assertThatThrownBy(() -> transactions.run(em -> new DirectoryEditor(em).saveOffices("two", List.of(office))))
                .hasMessageContaining(office.id());
    }

    @ParameterizedTest
    @MethodSource("org.zhijian.core.internal.store.Databases#shared")
    void namesAreReadManyAtOnce(Database database) {
        Transactions transactions = new Transactions(database);
        Person person = person("朱例双");
        transactions.run(em -> new DirectoryEditor(em).save(person));

        Map<String, String> names = transactions.read(em -> new Names(em).people(Set.of(person.id(), "unknown")));
        assertThat(names).isEqualTo(Map.of(person.id(), "朱例双"));
    }
}

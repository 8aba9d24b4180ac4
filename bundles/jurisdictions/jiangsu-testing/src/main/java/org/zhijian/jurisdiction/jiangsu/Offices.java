package org.zhijian.jurisdiction.jiangsu;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.procedure.CaseFacts;

/** 省质监总站 and the authorities of the thirteen cities. */
final class Offices {
    static final String PROVINCE = "js-prov";

    private Offices() {}

    static List<Office> all() {
        Office station = Office.office(PROVINCE, "江苏省建设工程质量监督总站", Office.Level.PROVINCE, "320000")
                .overseeing();
        Stream<Office> cities = Arrays.stream(City.values())
                .map(city -> Office.office(of(city), city.title() + "建设行政主管部门", Office.Level.CITY, city.code() + "00"));
        return Stream.concat(Stream.of(station), cities).toList();
    }

    /** The ids of all of them. */
    static String[] ids() {
        return all().stream().map(Office::id).toArray(String[]::new);
    }

    static String of(City city) {
        return "js-city-" + city.code();
    }

    /** The authority of the city in which an organisation lies. */
    static String cityAuthorityOf(Organisation organisation) {
        return "js-city-" + organisation.cityCode();
    }

    static Actor province() {
        return Actor.office(PROVINCE);
    }

    /** The authority of the city in which the applicant lies. */
    static Actor cityOfTheApplicant() {
        return cityOf("申请单位所在地省辖市主管部门", Parties::applicant);
    }

    static Actor cityOf(String label, Function<CaseFacts, Organisation> organisation) {
        return Actor.office(label, facts -> cityAuthorityOf(organisation.apply(facts)));
    }
}

package org.zhijian.jurisdiction.national;

import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.check.Region;
import org.zhijian.api.check.Regions;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.procedure.CaseFacts;

/** The ministry, its registration centre, and the authorities of the provinces. */
final class Offices {
    static final String CENTRE = "ns-centre";
    static final String MINISTRY = "ns-mohurd";

    /** No region at all: an organisation that has none is looked after by the centre. */
    private static final String NOWHERE = "000000";

    private Offices() {}

    static List<Office> all() {
        Stream<Office> national = Stream.of(
                Office.office(CENTRE, "住房和城乡建设部执业资格注册中心", Office.Level.NATIONAL, NOWHERE)
                        .overseeing(),
                Office.office(MINISTRY, "住房和城乡建设部", Office.Level.NATIONAL, NOWHERE)
                        .overseeing());
        Stream<Office> provinces = Regions.provinces().stream().map(Offices::province);
        return Stream.concat(national, provinces).toList();
    }

    private static Office province(Region region) {
        return Office.office(provinceOf(region.code()), region.name() + "注册主管部门", Office.Level.PROVINCE, region.code());
    }

    /** The ids of the authorities of all provinces. */
    static String[] provinces() {
        return Regions.provinces().stream()
                .map(region -> provinceOf(region.code()))
                .toArray(String[]::new);
    }

    static Actor centre() {
        return Actor.office(CENTRE);
    }

    static Actor ministry() {
        return Actor.office(MINISTRY);
    }

    /** 省级注册主管部门 of the place in which a firm is registered. */
    static String provinceOf(String regionCode) {
        return "ns-prov-" + regionCode.substring(0, 2);
    }

    static String provinceOf(Organisation organisation) {
        return organisation.regionCode().equals(NOWHERE) ? CENTRE : provinceOf(organisation.regionCode());
    }

    /** The authority of the province in which the applicant is registered. */
    static Actor provinceOfTheApplicant() {
        return Actor.office("企业工商注册所在地省级注册主管部门", facts -> provinceOf(applicant(facts)));
    }

    private static Organisation applicant(CaseFacts facts) {
        return Parties.applicant(facts);
    }
}

package org.zhijian.jurisdiction.sample;

import static org.zhijian.api.Demonstration.idOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Demonstration.Holding;
import org.zhijian.api.Demonstration.Login;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;

/** The synthetic cast: numbers from ranges that are assigned to nobody. */
final class Cast {
    private static final LocalDate BEGINNING = LocalDate.of(2025, 1, 1);

    private Cast() {}

    static Demonstration demonstration() {
        return new Demonstration(
                List.of(
                        trader("s1", "示例甲商行", "92320199PDY0009173", "PDY00091-7", "13900000081"),
                        trader("s2", "示例乙小吃店", "92320199PDY000925X", "PDY00092-5", "13900000082")),
                List.of(
                        new Person(idOf("s11"), "示甲主", Person.IdType.ID, "320199197905150817", "13900000083"),
                        new Person(idOf("s12"), "示乙主", Person.IdType.ID, "320199198309200827", "13900000084")),
                List.of(
                        Employment.since(BEGINNING, idOf("s11"), idOf("s1"), "摊主"),
                        Employment.since(BEGINNING, idOf("s12"), idOf("s2"), "摊主")),
                List.of(new Holding<>(
                        Stall.STALLS,
                        List.of(new Stall(
                                "TW-D001",
                                "甲字百货摊",
                                idOf("s1"),
                                Category.GOODS,
                                new BigDecimal("12.50"),
                                Stall.Status.OPEN,
                                BEGINNING)))),
                List.of(
                        Login.role("s1", idOf("s1"), idOf("s11")).withUsbKey("DEMO-LOCK-0001"),
                        Login.organisation("s2", idOf("s2")),
                        Login.person("s11", idOf("s11")),
                        Login.person("s12", idOf("s12"))));
    }

    private static Organisation trader(String key, String name, String uscc, String orgCode, String mobile) {
        return new Organisation(
                idOf(key), name, uscc, orgCode, Set.of(StallPermit.TRADER), "000000", "示主", "示主", mobile);
    }
}

package org.zhijian.core.internal.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhijian.api.Titled;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/** A register with one column of each kind. */
final class Testers {
    static final Register<Tester> REGISTER = Register.register("testers", "检测人员台账", Tester.class)
            .statuses(StatusMachine.beginningWith(Status.NORMAL)
                    .allow(Status.NORMAL, Status.DEPARTED)
                    .allow(Status.DEPARTED, Status.NORMAL))
            .openToPublic();

    private Testers() {}

    enum Status implements Titled {
        NORMAL("正常"),
        DEPARTED("调离"),
        CANCELLED("注销");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    enum Division implements Titled {
        MATERIAL("建材"),
        FOUNDATION("地基");

        private final String title;

        Division(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    record Tester(
            @Column(value = "证书编号", key = true, open = true, index = true) String certificate,
            @Column(value = "姓名", index = true, open = true, owner = true, refers = Refers.PERSON, mask = Mask.NAME)
                    String person,
            @Column(value = "单位", index = true, open = true, owner = true, refers = Refers.ORGANISATION)
                    String employer,
            @Column(value = "身份证号", index = true, open = true, mask = Mask.ID_NUMBER) String idNumber,
            @Column(value = "状态", status = true, index = true, open = true) Status status,
            @Column(value = "专业", index = true, open = true) Set<Division> divisions,
            @Column("备注") String remark,
            @Column(value = "有效期至", index = true) Optional<LocalDate> validTo,
            @Column("评分") BigDecimal score,
            @Column("次数") int times,
            @Column(value = "双证", open = true) boolean dual) {

        Tester with(Status next) {
            return new Tester(
                    certificate, person, employer, idNumber, next, divisions, remark, validTo, score, times, dual);
        }

        Tester at(String organisation) {
            return new Tester(
                    certificate,
                    person,
                    organisation,
                    idNumber,
                    status,
                    divisions,
                    remark,
                    validTo,
                    score,
                    times,
                    dual);
        }
    }

    static Tester tester(String certificate, String person, String employer) {
        return new Tester(
                certificate,
                person,
                employer,
                "320199198601010318",
                Status.NORMAL,
                Set.of(Division.MATERIAL, Division.FOUNDATION),
                "内部备注" + certificate,
                Optional.of(LocalDate.of(2027, 1, 31)),
                new BigDecimal("12.50"),
                3,
                true);
    }

    static List<String> certificates(List<Tester> testers) {
        return testers.stream().map(Tester::certificate).toList();
    }
}

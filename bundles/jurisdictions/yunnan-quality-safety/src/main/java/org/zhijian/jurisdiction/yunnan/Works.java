package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.WorksStatus.COMPLETED;
import static org.zhijian.jurisdiction.yunnan.WorksStatus.SUPERVISED;
import static org.zhijian.jurisdiction.yunnan.WorksStatus.SUSPENDED;
import static org.zhijian.jurisdiction.yunnan.WorksStatus.TERMINATED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.form.FormData;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Registers;
import org.zhijian.api.register.StatusMachine;

/**
 * 工程报监台账: works that the approval system has pushed after the developer applied there, from filing to completion.
 *
 * @param sourceId the approval system's own number
 * @param version the version that was pushed last
 * @param parties organisations that take part now, the developer among them
 * @param contracts the registered numbers of their contracts, normalised
 * @param authority office that is its 主管部门
 * @param supervisionBody office that is its 监督机构
 */
record Works(
        @Column(value = "报监编号", key = true, open = true) String worksNo,
        @Column(value = "工程名称", index = true, open = true) String worksName,
        @Column(value = "工改系统编号", index = true) String sourceId,
        @Column("版本") long version,
        @Column(value = "项目编号", index = true, open = true) String projectCode,
        @Column(value = "合同登记编号", index = true) List<String> contracts,
        @Column(value = "建设单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true) String developer,
        @Column(value = "参建单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                List<String> parties,
        @Column(value = "工程地点", open = true) String address,
        @Column(value = "行政区划", index = true) String regionCode,
        @Column(value = "主管部门", index = true, open = true, refers = Refers.OFFICE) String authority,
        @Column(value = "监督机构", index = true, open = true, refers = Refers.OFFICE) String supervisionBody,
        @Column("工程类别") String worksKind,
        @Column("建设规模") String scale,
        @Column("面积（平方米）") Optional<BigDecimal> area,
        @Column("造价（万元）") Optional<BigDecimal> costWan,
        @Column("计划开工") Optional<LocalDate> plannedStart,
        @Column("计划竣工") Optional<LocalDate> plannedEnd,
        @Column("单位工程") List<String> unitWorks,
        @Column("报监日期") LocalDate filedOn,
        @Column(value = "施工许可证编号", index = true, open = true) String permitNo,
        @Column(value = "状态", index = true, status = true, open = true) WorksStatus status) {

    static final Register<Works> WORKS = Register.register("works", "工程报监台账", Works.class)
            .statuses(StatusMachine.beginningWith(SUPERVISED)
                    .allow(SUPERVISED, SUSPENDED)
                    .allow(SUSPENDED, SUPERVISED)
                    .allow(EnumSet.of(SUPERVISED, SUSPENDED), TERMINATED)
                    .allow(EnumSet.of(SUPERVISED, SUSPENDED), COMPLETED))
            .openToPublic()
            .named(Works::worksName)
            .act("permit", "补录施工许可证", PermitEntry.ID, Works::lacksPermit, Works::form)
            .act("change", "变更工程信息", WorksChange.ID, Works::isOngoing, WorksChange::of)
            .act("party", "变更参建单位", PartyChange.ID, Works::isOngoing, Works::form)
            .act("people", "变更工程人员", PeopleChange.ID, Works::isOngoing, Works::form)
            .act("completion", "竣工验收备案", CompletionFiling.ID, Works::isOngoing, Works::form);

    Works {
        contracts = List.copyOf(contracts);
        parties = List.copyOf(parties);
        unitWorks = List.copyOf(unitWorks);
    }

    static Optional<Works> bySource(Registers registers, String sourceId) {
        return registers.of(WORKS).where("sourceId", sourceId).stream().findFirst();
    }

    /** The works that go on of which an organisation is the developer. */
    static List<Works> ongoingOf(Registers registers, String developer) {
        return registers.of(WORKS).where("developer", developer).stream()
                .filter(Works::isOngoing)
                .toList();
    }

    private static FormData form(Works works, Object reader) {
        return FormData.EMPTY.with("worksId", works.worksNo);
    }

    /** 在建: from the push until completion is filed, also while it is stopped. */
    boolean isOngoing() {
        return status == SUPERVISED || status == SUSPENDED;
    }

    private boolean lacksPermit() {
        return isOngoing() && permitNo.isEmpty();
    }

    Works permitted(String number) {
        return with(draft -> draft.permitNo = number);
    }

    Works in(WorksStatus changed) {
        return with(draft -> draft.status = changed);
    }

    Works formedBy(List<String> organisations, List<String> contractNumbers) {
        return with(draft -> {
            draft.parties = organisations;
            draft.contracts = contractNumbers;
        });
    }

    /** A copy with what the function changes. */
    Works with(java.util.function.Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.works();
    }

    /** A copy of works that may still change. */
    static final class Draft {
        private final Works origin;
        String worksName;
        long version;
        String projectCode;
        List<String> contracts;
        String developer;
        List<String> parties;
        String address;
        String regionCode;
        String authority;
        String supervisionBody;
        String worksKind;
        String scale;
        Optional<BigDecimal> area;
        Optional<BigDecimal> costWan;
        Optional<LocalDate> plannedStart;
        Optional<LocalDate> plannedEnd;
        List<String> unitWorks;
        LocalDate filedOn;
        private String permitNo;
        private WorksStatus status;

        private Draft(Works works) {
            origin = works;
            worksName = works.worksName;
            version = works.version;
            projectCode = works.projectCode;
            contracts = works.contracts;
            developer = works.developer;
            parties = works.parties;
            address = works.address;
            regionCode = works.regionCode;
            authority = works.authority;
            supervisionBody = works.supervisionBody;
            worksKind = works.worksKind;
            scale = works.scale;
            area = works.area;
            costWan = works.costWan;
            plannedStart = works.plannedStart;
            plannedEnd = works.plannedEnd;
            unitWorks = works.unitWorks;
            filedOn = works.filedOn;
            permitNo = works.permitNo;
            status = works.status;
        }

        private Works works() {
            return new Works(
                    origin.worksNo,
                    worksName,
                    origin.sourceId,
                    version,
                    projectCode,
                    contracts,
                    developer,
                    parties,
                    address,
                    regionCode,
                    authority,
                    supervisionBody,
                    worksKind,
                    scale,
                    area,
                    costWan,
                    plannedStart,
                    plannedEnd,
                    unitWorks,
                    filedOn,
                    permitNo,
                    status);
        }
    }
}

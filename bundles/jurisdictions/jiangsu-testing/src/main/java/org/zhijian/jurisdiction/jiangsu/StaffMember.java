package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.StaffStatus.ON_FILE;
import static org.zhijian.jurisdiction.jiangsu.StaffStatus.TRANSFERRED;
import static org.zhijian.jurisdiction.jiangsu.StaffStatus.WITHOUT_POST;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.notice.CaseFile;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.StatusMachine;

/**
 * 检测人员台账: who is on file where, in each division. A person has one record a division; it moves with the person.
 *
 * @param fileNo a number of the register's own, which says nothing of the person
 * @param photoIn number of the filing that came with a photo; blank if none has
 */
record StaffMember(
        @Column(value = "档案号", key = true, open = true) String fileNo,
        @Column(value = "姓名", index = true, open = true, refers = Refers.PERSON, mask = Mask.NAME) String person,
        @Column(value = "身份证号", mask = Mask.ID_NUMBER) String idNo,
        @Column(value = "类别", index = true, open = true) Division division,
        @Column(value = "所在机构", index = true, open = true, refers = Refers.ORGANISATION, owner = true)
                String organisation,
        @Column(value = "状态", index = true, status = true, open = true) StaffStatus status,
        @Column("岗位") String post,
        @Column("职称") String title,
        @Column("学历") Optional<Education> education,
        @Column("所学专业") String major,
        @Column("检测项目") List<String> items,
        @Column(value = "岗位合格证书编号", index = true, open = true) String certNo,
        @Column("劳动合同起") Optional<LocalDate> contractFrom,
        @Column("劳动合同止") Optional<LocalDate> contractTo,
        @Column("备案日期") LocalDate filedOn,
        @Column("照片所在备案") String photoIn) {

    static final Register<StaffMember> STAFF = Register.register("testing-staff", "检测人员台账", StaffMember.class)
            .statuses(StatusMachine.beginningWith(ON_FILE)
                    .allow(ON_FILE, TRANSFERRED)
                    .allow(EnumSet.of(ON_FILE, TRANSFERRED), WITHOUT_POST)
                    .allow(EnumSet.of(TRANSFERRED, WITHOUT_POST), ON_FILE))
            .openToPublic()
            .act("update", "修改", StaffFiling.ID, StaffMember::isOnFile, StaffFiling::again)
            .act(
                    "transfer",
                    "变更调离",
                    PersonnelTransfer.ID,
                    StaffMember::isOnFile,
                    (file, facts) -> PersonnelTransfer.of(file.person(), file.division()));

    StaffMember {
        items = List.copyOf(items);
    }

    /** All files of a person, in whatever status. */
    static List<StaffMember> filesOf(CaseFacts facts, String person) {
        return facts.registers().of(STAFF).where("person", person);
    }

    /** The file of a person in a division, in whatever status. */
    static Optional<StaffMember> find(CaseFacts facts, String person, Division division) {
        return filesOf(facts, person).stream()
                .filter(file -> file.division() == division)
                .findFirst();
    }

    /** JS-I4. The photo that was filed last. */
    static Optional<CaseFile> photoOf(CaseFacts facts, String person) {
        return filesOf(facts, person).stream()
                .filter(file -> !file.photoIn.isEmpty())
                .max(Comparator.comparing(StaffMember::filedOn))
                .map(file -> new CaseFile(file.photoIn, StaffFiling.PHOTO));
    }

    /** The people on file at an organisation. */
    static List<StaffMember> onFileAt(CaseFacts facts, String organisation) {
        return facts.registers().of(STAFF).where("organisation", organisation).stream()
                .filter(StaffMember::isOnFile)
                .toList();
    }

    boolean isOnFile() {
        return status == ON_FILE;
    }

    boolean isOnFileAt(String other) {
        return isOnFile() && organisation.equals(other);
    }

    StaffMember in(StaffStatus changed) {
        return new StaffMember(
                fileNo,
                person,
                idNo,
                division,
                organisation,
                changed,
                post,
                title,
                education,
                major,
                items,
                certNo,
                contractFrom,
                contractTo,
                filedOn,
                photoIn);
    }
}

package org.zhijian.jurisdiction.yunnan;

import java.time.LocalDate;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.Column;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Printout;
import org.zhijian.api.register.Register;

/** 竣工验收备案台账. */
record CompletionRecord(
        @Column(value = "备案编号", key = true, open = true) String filingNo,
        @Column(value = "报监编号", index = true) String works,
        @Column(value = "工程名称", open = true) String worksName,
        @Column(value = "建设单位", index = true, open = true, refers = Refers.ORGANISATION, owner = true) String developer,
        @Column(value = "施工许可证编号", index = true, open = true) String permitNo,
        @Column(value = "竣工验收日期", index = true, open = true) LocalDate acceptanceDate,
        @Column(value = "备案日期", index = true, open = true) LocalDate filedOn,
        @Column(value = "逾期", index = true) boolean overdue,
        @Column(value = "主管部门", index = true, open = true, refers = Refers.OFFICE) String authority,
        @Column(value = "监督机构", index = true, refers = Refers.OFFICE) String supervisionBody) {

    static final Register<CompletionRecord> COMPLETIONS = Register.register(
                    "completion-filings", "竣工验收备案台账", CompletionRecord.class)
            .openToPublic()
            .printedAs(Printout.certificate(
                    "竣工验收备案证明",
                    "云南省住房和城乡建设主管部门",
                    "filingNo",
                    "worksName",
                    "developer",
                    "permitNo",
                    "acceptanceDate",
                    "filedOn",
                    "authority"));

    /** The next filing number of a project: its code with -JX- and a sequence; works without a code have one sequence together. */
    static String nextNo(Works works, Changes changes) {
        String project = works.projectCode().isEmpty() ? "YN" : works.projectCode();
        return "%s-JX-%03d".formatted(project, changes.next("completion-" + project));
    }
}

package org.zhijian.jurisdiction.jiangsu;

import static org.zhijian.jurisdiction.jiangsu.PrintJob.PRINT_JOBS;

import java.util.Optional;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Answer;
import org.zhijian.api.notice.CaseFile;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.RegisterEditor;

/**
 * JS-I4: what the print service is told of a certificate. Each issue of a certificate is ordered once; where the service does not answer or
 * refuses, the job stays 待打印 and is printed by hand.
 *
 * @param template which paper is used: one for each division
 * @param photo the holder's, as filed last
 */
record PrintOrder(
        String jobNo,
        String certNo,
        String name,
        String organisation,
        String division,
        String template,
        int issueCount,
        Optional<CaseFile> photo) {

    static final Channel<PrintOrder> PRINTING = Channel.channel(
                    "certificate-printing",
                    "证书打印",
                    PrintOrder.class,
                    order -> order.certNo() + "-" + order.issueCount())
            .onAnswer(PrintOrder::answered);

    static PrintOrder of(CaseFacts facts, PrintJob job, Certificate certificate, Organisation organisation) {
        String name =
                facts.directory().person(certificate.person()).map(Person::name).orElse("");
        return new PrintOrder(
                job.jobNo(),
                certificate.certNo(),
                name,
                organisation.name(),
                certificate.division().title(),
                "POST_CERTIFICATE_" + certificate.division().name(),
                certificate.issueCount(),
                StaffMember.photoOf(facts, certificate.person()));
    }

    private static void answered(PrintOrder order, Answer answer, Changes changes) {
        RegisterEditor<PrintJob> jobs = changes.of(PRINT_JOBS);
        String words = answer.accepted() ? "打印服务已受理" : "打印服务拒收（" + answer.status() + "），请人工打印";
        jobs.find(order.jobNo()).ifPresent(job -> jobs.save(job.printing(words)));
    }
}

package org.zhijian.core.internal.cases;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.FormData;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.attachments.Attachments;
import org.zhijian.core.internal.attachments.ReceivedFile;
import org.zhijian.core.internal.form.FormRules;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.identity.FirstPasswords;
import org.zhijian.core.internal.identity.Passwords;
import org.zhijian.core.internal.imports.Headings;
import org.zhijian.core.internal.imports.Sheet;
import org.zhijian.core.internal.modules.Modules;
import org.zhijian.core.registration.RegisterImports;

/** Takes over registers that others have kept. Thread-safe. */
@Component(service = RegisterImports.class)
public final class RegisterImportService implements RegisterImports {
    private final Modules modules;
    private final Administration administration;
    private final Registrar registrar;
    private final Attachments attachments;

    @Activate
    public RegisterImportService(
            @Reference Modules modules,
            @Reference Administration administration,
            @Reference Registrar registrar,
            @Reference Attachments attachments) {
        this.modules = modules;
        this.administration = administration;
        this.registrar = registrar;
        this.attachments = attachments;
    }

    @Override
    public List<String> headings(Caller caller, String jurisdiction, String registration) {
        Descriptor descriptor = require(caller, jurisdiction);
        return Headings.of(descriptor
                .registration(registration)
                .orElseThrow(Refusal::notFound)
                .procedure()
                .form());
    }

    private Descriptor require(Caller caller, String jurisdiction) {
        Admission.require(caller);
        Descriptor descriptor = modules.descriptor(jurisdiction).orElseThrow(Refusal::notFound);
        if (administration.administers(caller, jurisdiction)) {
            return descriptor;
        }
        throw caller.jurisdiction().equals(jurisdiction) ? Refusal.forbidden("您的账号不能导入账号") : Refusal.notFound();
    }

    @Override
    public Report takeOver(Caller caller, String jurisdiction, Upload upload) {
        Descriptor descriptor = require(caller, jurisdiction);
        Registration registration = descriptor.registration(upload.slot()).orElseThrow(Refusal::notFound);
        boolean fixed = registration.password().kind() == FirstPassword.Kind.FIXED;
        String hash = Passwords.hash(fixed ? registration.password().fixed() : FirstPasswords.random());
        try (ReceivedFile file = attachments.receive(upload)) {
            Work work = new Work(caller, descriptor, registration, hash);
            Sheet.read(file.path(), upload.fileName(), work);
            if (work.headings == null) {
                throw Refusal.invalid(Violation.of("file", "IMPORT", "文件中没有内容"));
            }
            return new Report(upload.fileName(), work.created, work.known, work.refused);
        }
    }

    private final class Work implements Sheet.Rows {
        private final Caller caller;
        private final Descriptor descriptor;
        private final Registration registration;
        private final String hash;
        private final List<Refused> refused = new ArrayList<>();
        private Headings headings;
        private int rows;
        private int created;
        private int known;

        Work(Caller caller, Descriptor descriptor, Registration registration, String hash) {
            this.caller = caller;
            this.descriptor = descriptor;
            this.registration = registration;
            this.hash = hash;
        }

        @Override
        public void row(int number, List<String> cells) {
            if (cells.stream().allMatch(String::isEmpty)) {
                return;
            }
            if (headings == null) {
                headings = Headings.read(registration.procedure().form(), cells);
                return;
            }
            rows++;
            if (rows > MOST_ROWS) {
                throw Refusal.invalid(Violation.of("file", "IMPORT", "一个文件最多" + MOST_ROWS + "行，此前的行已处理，请分成几个文件上传"));
            }
            FormData form = FormRules.normalise(registration.procedure().form(), headings.data(cells));
            try {
                if (registrar.takeOver(caller, descriptor, registration, form, hash)) {
                    created++;
                } else {
                    known++;
                }
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.INVALID) {
                    throw refusal;
                }
                refusal.violations()
                        .forEach(violation -> refused.add(
                                new Refused(number, headings.headingOf(violation.field()), violation.message())));
            }
        }
    }
}

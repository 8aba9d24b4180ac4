package org.zhijian.portal.casework;

import java.util.List;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Content;
import org.zhijian.core.cases.Upload;
import org.zhijian.portal.visit.Platform;

/** The attachments of a draft or of a task, as the core keeps them. Thread-safe. */
public interface Files {
    /** What is attached now, in order. */
    List<AttachmentView> current(Caller caller);

    void attach(Caller caller, Once once, Upload upload);

    void detach(Caller caller, Once once, int n);

    /** Puts the files of a slot in another order. */
    void arrange(Caller caller, Once once, String slot, List<Integer> order);

    Content content(Caller caller, int n);

    /** The attachments of an applicant's form. */
    static Files ofCase(Platform platform, String caseId) {
        return new Files() {
            @Override
            public List<AttachmentView> current(Caller caller) {
                return platform.cases().view(caller, caseId).attachments().stream()
                        .filter(AttachmentView::current)
                        .toList();
            }

            @Override
            public void attach(Caller caller, Once once, Upload upload) {
                platform.cases().attach(caller, once, caseId, upload);
            }

            @Override
            public void detach(Caller caller, Once once, int n) {
                platform.cases().detach(caller, once, caseId, n);
            }

            @Override
            public void arrange(Caller caller, Once once, String slot, List<Integer> order) {
                platform.cases().arrange(caller, once, caseId, slot, order);
            }

            @Override
            public Content content(Caller caller, int n) {
                return platform.cases().content(caller, caseId, n);
            }
        };
    }

    /** The attachments of a step. */
    static Files ofTask(Platform platform, String caseId, String taskId) {
        return new Files() {
            @Override
            public List<AttachmentView> current(Caller caller) {
                return platform.tasks().view(caller, taskId).attachments();
            }

            @Override
            public void attach(Caller caller, Once once, Upload upload) {
                platform.tasks().attach(caller, once, taskId, upload);
            }

            @Override
            public void detach(Caller caller, Once once, int n) {
                platform.tasks().detach(caller, once, taskId, n);
            }

            @Override
            public void arrange(Caller caller, Once once, String slot, List<Integer> order) {
                platform.tasks().arrange(caller, once, taskId, slot, order);
            }

            @Override
            public Content content(Caller caller, int n) {
                return platform.cases().content(caller, caseId, n);
            }
        };
    }
}

package org.zhijian.core.internal.attachments;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Slot;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.attachments.ContentStore.Stored;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;

/**
 * The attachments of cases, inside the transaction of whoever calls; the case is locked. Rounds are frozen: what an earlier round handed in may
 * be taken out of the present one, and stays readable. Thread-safe.
 */
@Component(service = Attachments.class)
public final class Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private final ContentStore contents;

    @Activate
    public Attachments(@Reference ContentStore contents) {
        this.contents = contents;
    }

    /**
     * Takes a file in, or refuses it and keeps nothing.
     *
     * @param owner its case; the attachment belongs to the case's present round and gets its next number
     * @param stepIdOrNull the step it belongs to, null for the applicant's own
     * @throws Refusal 422 with a violation of the slot; 413 if the file is too large
     */
    public AttachmentView add(
            EntityManager em,
            CaseEntity owner,
            String stepIdOrNull,
            Slot slot,
            Upload upload,
            Caller caller,
            Instant now) {
        List<AttachmentEntity> present = inSlot(slot, current(em, owner.id()));
        String fileName = FileNames.last(upload.fileName());
        Slot.Format format = checkName(slot, fileName, present);
        Stored stored = store(slot, format, upload.content(), present);
        owner.attachments(owner.attachments() + 1);
        AttachmentEntity added = new AttachmentEntity(
                owner.id(),
                owner.attachments(),
                slot.id(),
                stepIdOrNull,
                owner.round(),
                fileName,
                FileChecks.mediaType(format),
                stored.size(),
                stored.sha256(),
                caller.accountId(),
                now);
        added.current(true);
        em.persist(added);
        return view(added);
    }

    /** What can be judged before a byte is read. */
    private static Slot.Format checkName(Slot slot, String fileName, List<AttachmentEntity> present) {
        FileNames.problem(fileName).ifPresent(message -> {
            throw AttachmentRefusals.name(slot, message);
        });
        if (present.size() >= slot.max()) {
            throw AttachmentRefusals.tooMany(slot);
        }
        if (slot.naming() == Slot.Naming.PAGE_NUMBER) {
            SlotPages.problemOfNext(names(present), fileName).ifPresent(message -> {
                throw AttachmentRefusals.page(slot, message);
            });
        }
        return FileChecks.formatOf(fileName)
                .filter(slot.formats()::contains)
                .orElseThrow(() -> AttachmentRefusals.format(slot));
    }

    Stored store(Slot slot, Slot.Format format, InputStream content, List<AttachmentEntity> present) {
        try {
            return contents.store(content, slot.maxBytes(format), (file, stored) -> {
                inspect(slot, format, file);
                if (present.stream().anyMatch(other -> other.sha256().equals(stored.sha256()))) {
                    throw AttachmentRefusals.twice(slot);
                }
            });
        } catch (ContentTooLargeException tooLarge) {
            throw AttachmentRefusals.tooLarge(slot, format);
        } catch (IOException failed) {
            LOG.error("an attachment could not be stored", failed);
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "STORAGE_UNAVAILABLE", "附件暂时无法保存，请稍后重试");
        }
    }

    private static void inspect(Slot slot, Slot.Format format, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
            FileChecks.check(format, bytes).ifPresent(problem -> {
                throw AttachmentRefusals.content(slot, problem);
            });
        }
    }

    /**
     * Takes an attachment out of the present round.
     *
     * @throws Refusal 404 if there is none with this number among the current ones of the step, or of the applicant
     */
    public void remove(EntityManager em, CaseEntity owner, int n, String stepIdOrNull) {
        AttachmentEntity found = em.find(AttachmentEntity.class, new AttachmentEntity.Key(owner.id(), n));
        if (found == null || !found.current() || !Objects.equals(found.step(), stepIdOrNull)) {
            throw Refusal.notFound();
        }
        if (found.round() == owner.round()) {
            em.remove(found);
        } else {
            found.current(false);
        }
    }

    /** What belongs to the present round of a case, its steps included, by number. */
    public List<AttachmentEntity> current(EntityManager em, String caseId) {
        return all(em, caseId).stream().filter(AttachmentEntity::current).toList();
    }

    /** Every attachment of a case, of earlier rounds too, by number. */
    public List<AttachmentEntity> all(EntityManager em, String caseId) {
        return em.createQuery(
                        "select a from AttachmentEntity a where a.caseId = :case order by a.n", AttachmentEntity.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /**
     * What is still to be attached before it goes on, in the order of the slots.
     *
     * @param form what the slots' conditions are asked with
     * @param current the current attachments of the case; those of other slots are passed over
     */
    public List<Violation> missing(List<Slot> slots, FormData form, List<AttachmentEntity> current) {
        List<Violation> violations = new ArrayList<>();
        for (Slot slot : slots) {
            List<AttachmentEntity> present = inSlot(slot, current);
            if (slot.requirement().test(form) && present.size() < slot.min()) {
                violations.add(AttachmentRefusals.missing(slot, present.size()));
            } else if (slot.naming() == Slot.Naming.PAGE_NUMBER && !present.isEmpty()) {
                SlotPages.problemOfAll(names(present))
                        .map(message -> AttachmentRefusals.page(slot.id(), message))
                        .ifPresent(violations::add);
            }
        }
        return List.copyOf(violations);
    }

    public AttachmentView view(AttachmentEntity attachment) {
        return new AttachmentView(
                attachment.n(),
                attachment.slot(),
                attachment.fileName(),
                attachment.mediaType(),
                attachment.size(),
                attachment.sha256(),
                attachment.round(),
                attachment.current(),
                attachment.at());
    }

    private static List<AttachmentEntity> inSlot(Slot slot, List<AttachmentEntity> attachments) {
        return attachments.stream()
                .filter(attachment -> attachment.slot().equals(slot.id()))
                .toList();
    }

    private static List<String> names(List<AttachmentEntity> attachments) {
        return attachments.stream().map(AttachmentEntity::fileName).toList();
    }
}

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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.zhijian.core.cases.ScanQuality;
import org.zhijian.core.cases.ScanQuality.Colour;
import org.zhijian.core.cases.ScanQuality.Legibility;
import org.zhijian.core.cases.Upload;
import org.zhijian.core.internal.contents.ContentLock;
import org.zhijian.core.internal.contents.ContentStore;
import org.zhijian.core.internal.contents.ContentStore.Stored;
import org.zhijian.core.internal.contents.ContentTooLargeException;
import org.zhijian.core.internal.scans.Scans;
import org.zhijian.core.internal.store.entity.AttachmentEntity;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.virus.VirusScan;

/**
 * The attachments of cases, inside the transaction of whoever calls; the case is locked. Rounds are frozen: what an earlier round handed in may
 * be taken out of the present one, and stays readable. Thread-safe.
 */
@Component(service = Attachments.class)
public final class Attachments {
    private static final Set<Legibility> UNREADABLE =
            EnumSet.of(Legibility.SMALL, Legibility.BLANK, Legibility.BLURRED);

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private final ContentStore contents;
    private final VirusScan viruses;

    @Activate
    public Attachments(@Reference ContentStore contents, @Reference VirusScan viruses) {
        this.contents = contents;
        this.viruses = viruses;
    }

    /**
     * Reads an upload to its end and lets the virus scanners see it, before any transaction begins.
     *
     * @throws Refusal 413 if no slot could take it, 422 if it carries a virus, 503 if there is no room or a scanner cannot tell
     */
    public ReceivedFile receive(Upload upload) {
        ReceivedFile file = ReceivedFile.of(upload);
        try {
            refuseVirus(upload, file);
            return file;
        } catch (RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private void refuseVirus(Upload upload, ReceivedFile file) {
        try {
            viruses.find(file.path()).ifPresent(virus -> {
                LOG.warn("an upload was refused: {} found in content {}", virus, file.sha256());
                throw AttachmentRefusals.virus(upload.slot());
            });
        } catch (IOException unknown) {
            LOG.error("an upload could not be scanned for viruses", unknown);
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "VIRUS_SCAN_UNAVAILABLE", "病毒检查暂时不可用，附件未保存，请稍后重试");
        }
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
        AtomicReference<ScanQuality> quality = new AtomicReference<>(ScanQuality.UNKNOWN);
        Stored stored = store(slot, format, upload.content(), (file, content) -> {
            if (present.stream().anyMatch(other -> other.sha256().equals(content.sha256()))) {
                throw AttachmentRefusals.twice(slot);
            }
            quality.set(inspect(slot, format, file));
            ContentLock.take(em, content.sha256());
        });
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
        added.quality(quality.get());
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

    Stored store(Slot slot, Slot.Format format, InputStream content, ContentStore.Inspection inspection) {
        try {
            return contents.store(content, slot.maxBytes(format), inspection);
        } catch (ContentTooLargeException tooLarge) {
            throw AttachmentRefusals.tooLarge(slot, format);
        } catch (IOException failed) {
            LOG.error("an attachment could not be stored", failed);
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "STORAGE_UNAVAILABLE", "附件暂时无法保存，请稍后重试");
        }
    }

    private static ScanQuality inspect(Slot slot, Slot.Format format, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
            FileChecks.check(format, bytes).ifPresent(problem -> {
                throw AttachmentRefusals.content(slot, problem);
            });
            ScanQuality quality = Scans.judge(format, file, bytes).orElseThrow(() -> AttachmentRefusals.broken(slot));
            // The pages of a PDF may have text and drawings in colour beside their pictures: there it is the reviewer
            // who decides.
            if (slot.inColour() && format != Slot.Format.PDF && quality.colour() == Colour.GREY) {
                throw AttachmentRefusals.grey(slot);
            }
            if (slot.legible() && UNREADABLE.contains(quality.legibility())) {
                throw AttachmentRefusals.illegible(slot, quality.legibility());
            }
            return quality;
        }
    }

    /**
     * Puts the files of a slot in another order; the pages of a document keep that of their numbers.
     *
     * @param numbers every current file of the slot once
     * @throws Refusal 422 if it is not
     */
    public void arrange(EntityManager em, CaseEntity owner, Slot slot, List<Integer> numbers) {
        List<AttachmentEntity> present = inSlot(slot, current(em, owner.id()));
        Map<Integer, AttachmentEntity> byNumber =
                present.stream().collect(Collectors.toMap(AttachmentEntity::n, Function.identity()));
        if (numbers.size() != present.size() || !byNumber.keySet().equals(Set.copyOf(numbers))) {
            throw AttachmentRefusals.order("顺序应列出该材料当前的每个附件各一次");
        }
        if (slot.naming() == Slot.Naming.PAGE_NUMBER) {
            throw AttachmentRefusals.order("按页码命名的附件以页码为顺序，不能调整");
        }
        List<Integer> positions =
                present.stream().map(AttachmentEntity::position).sorted().toList();
        for (int i = 0; i < numbers.size(); i++) {
            byNumber.get(numbers.get(i)).position(positions.get(i));
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
            found.replacedIn(owner.round());
        }
    }

    /** What belongs to the present round of a case, its steps included, in its order. */
    public List<AttachmentEntity> current(EntityManager em, String caseId) {
        return all(em, caseId).stream().filter(AttachmentEntity::current).toList();
    }

    /** Every attachment of a case, of earlier rounds too, in its order. */
    public List<AttachmentEntity> all(EntityManager em, String caseId) {
        return em.createQuery(
                        "select a from AttachmentEntity a where a.caseId = :case order by a.position, a.n",
                        AttachmentEntity.class)
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
                attachment.replacedIn(),
                attachment.quality(),
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

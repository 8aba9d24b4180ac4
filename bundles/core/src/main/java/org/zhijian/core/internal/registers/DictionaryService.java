package org.zhijian.core.internal.registers;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zhijian.api.register.Dictionary;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Dictionary.Use;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.dictionaries.Dictionaries;
import org.zhijian.core.internal.audit.AuditTrail;
import org.zhijian.core.internal.identity.Admission;
import org.zhijian.core.internal.settings.Time;
import org.zhijian.core.internal.store.Transactions;
import org.zhijian.core.internal.store.Writes;

/** Edits dictionaries. Thread-safe. */
@Component(service = Dictionaries.class)
public final class DictionaryService implements Dictionaries {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int LONGEST_LABEL = 100;
    private static final int HIGHEST_POSITION = 9999;
    private static final String RULE = "DICTIONARY";

    private final Catalogue catalogue;
    private final Administration administration;
    private final Transactions transactions;
    private final Writes writes;
    private final Time time;

    @Activate
    public DictionaryService(
            @Reference Catalogue catalogue,
            @Reference Administration administration,
            @Reference Transactions transactions,
            @Reference Writes writes,
            @Reference Time time) {
        this.catalogue = catalogue;
        this.administration = administration;
        this.transactions = transactions;
        this.writes = writes;
        this.time = time;
    }

    private List<Dictionary> dictionaries(Caller caller, String jurisdiction) {
        Admission.require(caller);
        List<Dictionary> dictionaries = catalogue.jurisdiction(jurisdiction).dictionaries();
        if (!administration.administers(caller, jurisdiction)) {
            throw caller.jurisdiction().equals(jurisdiction) ? Refusal.forbidden("您的账号不能管理数据字典") : Refusal.notFound();
        }
        return dictionaries;
    }

    @Override
    public List<Content> list(Caller caller, String jurisdiction) {
        List<Dictionary> dictionaries = dictionaries(caller, jurisdiction);
        return transactions.read(em -> dictionaries.stream()
                .map(dictionary -> content(em, jurisdiction, dictionary))
                .toList());
    }

    private static Content content(EntityManager em, String jurisdiction, Dictionary dictionary) {
        List<Entry> entries = Entries.of(em, jurisdiction, dictionary.id());
        return new Content(dictionary.id(), dictionary.title(), entries);
    }

    @Override
    public Content save(Caller caller, Once once, String jurisdiction, String dictionaryId, Entry entry) {
        Dictionary dictionary = dictionaries(caller, jurisdiction).stream()
                .filter(known -> known.id().equals(dictionaryId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Entry clean = checked(entry);
        writes.once(caller, once, "dictionary", List.of(jurisdiction, dictionaryId, clean), em -> {
            keep(em, caller, jurisdiction, dictionary, clean);
            return "";
        });
        return transactions.read(em -> content(em, jurisdiction, dictionary));
    }

    private static Entry checked(Entry entry) {
        String code = entry.code().strip();
        String label = entry.label().strip();
        if (!CODE.matcher(code).matches()) {
            throw refused("code", "编码应为1至40个字母、数字、点、下划线或连字符");
        }
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw refused("label", "请填写名称，不超过" + LONGEST_LABEL + "个字");
        }
        if (entry.position() < 0 || entry.position() > HIGHEST_POSITION) {
            throw refused("position", "顺序应为0至" + HIGHEST_POSITION + "的整数");
        }
        return new Entry(code, label, entry.position(), entry.status());
    }

    private static Refusal refused(String field, String text) {
        return Refusal.invalid(Violation.of(field, RULE, text));
    }

    private void keep(EntityManager em, Caller caller, String jurisdiction, Dictionary dictionary, Entry entry) {
        List<Entry> known = content(em, jurisdiction, dictionary).entries();
        boolean taken = entry.status() == Use.IN_USE
                && known.stream()
                        .filter(other ->
                                other.status() == Use.IN_USE && !other.code().equals(entry.code()))
                        .anyMatch(other -> other.label().equals(entry.label()));
        if (taken) {
            throw refused("label", "已有同名的启用项");
        }
        Optional<Entry> before = known.stream()
                .filter(other -> other.code().equals(entry.code()))
                .findFirst();
        if (before.filter(entry::equals).isPresent()) {
            return;
        }
        new RegistersEditor(em, jurisdiction, null, time.now())
                .of(dictionary.register())
                .save(entry);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("jurisdiction", jurisdiction);
        what.put("dictionary", dictionary.id());
        what.put("code", entry.code());
        before.ifPresent(old -> what.put("before", words(old)));
        what.put("after", words(entry));
        AuditTrail.note(em, caller, time.now(), "DICTIONARY", "修改数据字典", what);
    }

    private static String words(Entry entry) {
        return entry.label() + "（" + entry.position() + "，" + entry.status().title() + "）";
    }
}

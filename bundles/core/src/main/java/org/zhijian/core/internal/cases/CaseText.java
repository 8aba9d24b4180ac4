package org.zhijian.core.internal.cases;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.core.internal.modules.ModuleCode;
import org.zhijian.core.internal.store.SearchText;
import org.zhijian.core.internal.store.Sql;
import org.zhijian.core.internal.store.entity.CaseEntity;
import org.zhijian.core.internal.store.entity.CaseTextEntity;

/**
 * The words by which a case is found: its number, its applicant, the names of all that its form refers to, and the form's own short texts.
 * Identity numbers, phone numbers and addresses of mail are not among them: nobody finds out by search what is masked for him.
 */
final class CaseText {
    private static final int LONGEST = 2000;
    private static final int SHORT = 200;
    private static final String BETWEEN = "\n";

    /** As {@link CaseNumbers} makes them: prefix, year and six digits, whose pairs would tell hardly one case from another. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]+-[0-9]{4}-[0-9]{6,}");

    private final CaseFacts facts;
    private final Set<String> words = new LinkedHashSet<>();

    private CaseText(CaseFacts facts) {
        this.facts = facts;
    }

    /** Keeps the words of a new case. */
    static void begin(EntityManager em, CaseEntity entity, Procedure procedure, CaseFacts facts) {
        em.persist(new CaseTextEntity(entity.id(), words(entity, procedure, facts)));
    }

    /** Keeps the words of a case whose form was changed. */
    static void renew(EntityManager em, CaseEntity entity, Procedure procedure, CaseFacts facts) {
        em.find(CaseTextEntity.class, entity.id()).text(words(entity, procedure, facts));
    }

    /**
     * Adds the condition for what somebody has typed, if anything: a whole number is found by the index of numbers, anything else by the words.
     *
     * @param column where the id of the case stands
     */
    static void filter(Sql sql, String column, String typed) {
        if (typed.isBlank()) {
            return;
        }
        String number = SearchText.fold(typed).toUpperCase(Locale.ROOT);
        if (NUMBER.matcher(number).matches()) {
            sql.add(" and " + column + " in (select n.ID from ZJ_CASE n where n.CASE_NUMBER = ?)", number);
        } else {
            sql.add(" and " + column + " in (select x.CASE_ID from ZJ_CASE_TEXT x where ")
                    .contains("x.SEARCH_TEXT", typed)
                    .add(")");
        }
    }

    private static String words(CaseEntity entity, Procedure procedure, CaseFacts facts) {
        CaseText found = new CaseText(facts);
        found.words.add(entity.number());
        found.words.add(entity.applicantName());
        ModuleCode.run(
                entity.jurisdiction(),
                "choices",
                () -> found.fields(procedure.applicantForm().fields(), facts.form()));
        return found.text();
    }

    /** Forgets the words of a draft that is deleted. */
    static void remove(EntityManager em, String caseId) {
        em.createQuery("delete from CaseTextEntity t where t.caseId = :case")
                .setParameter("case", caseId)
                .executeUpdate();
    }

    private String text() {
        String folded = SearchText.fold(String.join(BETWEEN, words));
        return folded.substring(0, Math.min(folded.length(), LONGEST));
    }

    private void fields(List<Field> fields, FormData data) {
        fields.forEach(field -> field(field, data));
    }

    private void field(Field field, FormData data) {
        if (field.type() instanceof FieldType.Table table) {
            data.rows(field.id()).forEach(row -> fields(table.columns(), row));
        } else if (field.type() instanceof FieldType.Reference reference) {
            data.list(field.id()).forEach(id -> name(reference, id).ifPresent(words::add));
        } else if (field.type() instanceof FieldType.Text text && isPublic(text)) {
            data.value(field.id())
                    .map(String::valueOf)
                    .filter(word -> !word.isBlank())
                    .ifPresent(words::add);
        }
    }

    private static boolean isPublic(FieldType.Text text) {
        return !text.multiline()
                && text.maxLength() <= SHORT
                && switch (text.format()) {
                    case MOBILE, ID_NUMBER, EMAIL -> false;
                    default -> true;
                };
    }

    private Optional<String> name(FieldType.Reference reference, String id) {
        return switch (reference.target()) {
            case PERSON -> facts.directory().person(id).map(Person::name);
            case ORGANISATION -> facts.directory().organisation(id).map(Organisation::name);
            case RECORD ->
                Optional.ofNullable(reference.options())
                        .flatMap(options -> options.label(facts, id))
                        .or(() -> Optional.of(id));
        };
    }
}

package org.zhijian.api.form;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ConsumerType;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.register.Register;

/** Where the choices of a reference field come from. Implementations are stateless. */
@ConsumerType
public interface Options {
    /** So many choices at most are looked through for those that are taken beforehand. */
    int MOST_TAKEN = 100;

    /** The choices whose label contains the text (blank: all), at most {@code limit}, in the order to be shown. */
    List<Option> search(CaseFacts facts, String text, int limit);

    /** The choice with this value, empty if the applicant may not choose it. */
    Optional<Option> find(CaseFacts facts, String value);

    /** What a value that was chosen once is called, also if it may not be chosen any more; empty if it is not known. */
    default Optional<String> label(CaseFacts facts, String value) {
        return find(facts, value).map(Option::label);
    }

    /** What is taken beforehand, as long as nobody has chosen; of the choices that there are. */
    default List<Option> preselected(CaseFacts facts) {
        return List.of();
    }

    /** People whom the applicant employs now. */
    static Options ownStaff() {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return facts
                        .applicant()
                        .map(applicant -> facts.directory().staff(applicant.id(), text, limit))
                        .orElse(List.of())
                        .stream()
                        .map(Options::option)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return facts.applicant()
                        .filter(applicant -> facts.directory().employs(applicant.id(), value))
                        .flatMap(applicant -> facts.directory().person(value))
                        .map(Options::option);
            }
        };
    }

    /** Organisations of a type, by name. */
    static Options organisations(String type) {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return facts.directory().organisations(type, text, limit).stream()
                        .map(Options::option)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return facts.directory()
                        .organisation(value)
                        .filter(organisation -> organisation.is(type))
                        .map(Options::option);
            }
        };
    }

    /** People whom the function finds, such as holders of certificates who have left. */
    static Options people(Function<CaseFacts, List<Person>> candidates) {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return candidates.apply(facts).stream()
                        .filter(person -> person.name().contains(text))
                        .limit(limit)
                        .map(Options::option)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return candidates.apply(facts).stream()
                        .filter(person -> person.id().equals(value))
                        .map(Options::option)
                        .findFirst();
            }
        };
    }

    /** Records of a register that pass the filter; the value is the record's key, the label its title. */
    static <R extends Record> Options records(Register<R> register, Filter<R> filter) {
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return filter.candidates(facts).stream()
                        .map(item -> option(register, item))
                        .filter(option -> option.label().contains(text))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return filter.candidates(facts).stream()
                        .filter(item -> register.keyOf(item).equals(value))
                        .map(item -> option(register, item))
                        .findFirst();
            }

            @Override
            public Optional<String> label(CaseFacts facts, String value) {
                return facts.registers().of(register).find(value).map(register::titleOf);
            }
        };
    }

    /** The records among which the applicant may choose. */
    @ConsumerType
    @FunctionalInterface
    interface Filter<R extends Record> {
        List<R> candidates(CaseFacts facts);
    }

    /** Narrows the choices to those whose value passes. */
    default Options only(BiPredicate<CaseFacts, String> test) {
        Options wide = this;
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                Predicate<Option> passes = option -> test.test(facts, option.value());
                return wide.search(facts, text, limit).stream().filter(passes).toList();
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return wide.find(facts, value).filter(option -> test.test(facts, option.value()));
            }

            @Override
            public Optional<String> label(CaseFacts facts, String value) {
                return wide.label(facts, value);
            }
        };
    }

    /** The same choices, of which those whose value passes are taken beforehand; the form may be half filled in. */
    default Options taking(BiPredicate<CaseFacts, String> test) {
        Options all = this;
        return new Options() {
            @Override
            public List<Option> search(CaseFacts facts, String text, int limit) {
                return all.search(facts, text, limit);
            }

            @Override
            public Optional<Option> find(CaseFacts facts, String value) {
                return all.find(facts, value);
            }

            @Override
            public Optional<String> label(CaseFacts facts, String value) {
                return all.label(facts, value);
            }

            @Override
            public List<Option> preselected(CaseFacts facts) {
                return all.search(facts, "", MOST_TAKEN).stream()
                        .filter(option -> test.test(facts, option.value()))
                        .toList();
            }
        };
    }

    private static Option option(Person person) {
        return new Option(person.id(), person.name() + "　" + Mask.ID_NUMBER.apply(person.idNumber()));
    }

    private static Option option(Organisation organisation) {
        return new Option(organisation.id(), organisation.name());
    }

    private static <R extends Record> Option option(Register<R> register, R item) {
        return new Option(register.keyOf(item), register.titleOf(item));
    }
}

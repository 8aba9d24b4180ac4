package org.zhijian.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhijian.api.directory.Office;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.query.Source;
import org.zhijian.api.register.Dictionary;
import org.zhijian.api.register.Register;
import org.zhijian.api.registration.Registration;

/**
 * Everything that one jurisdiction declares.
 *
 * @param id stable id in lower case with hyphens, part of addresses, such as {@code sample}
 * @param title short Chinese title
 * @param numberPrefix what the numbers of its cases start with, such as {@code JS}
 * @param regionCode GB/T 2260 code of the region it serves; {@code 000000} for the whole country
 * @param portal the face of its region
 * @param offices the offices that review here
 * @param organisationTypes the kinds of organisation it knows (单位类型)
 * @param procedures its matters, in the order in which menus show them
 * @param registers its registers, in the order in which menus show them
 * @param menu what it adds to the menu in its own words; registers that stand nowhere in it are listed after it
 * @param channels how it tells other agencies what has been decided
 * @param registrations how organisations come to their accounts; empty where none can
 * @param intakes how other systems tell it something
 * @param dictionaries the choices that its overseeing office edits; their registers stand among the registers
 * @param answers what it tells other jurisdictions that ask
 */
public record Descriptor(
        String id,
        String title,
        String numberPrefix,
        String regionCode,
        Portal portal,
        List<Office> offices,
        List<OrganisationType> organisationTypes,
        List<Procedure> procedures,
        List<Register<?>> registers,
        List<Menu> menu,
        List<Channel<?>> channels,
        List<Registration> registrations,
        List<Intake> intakes,
        List<Dictionary> dictionaries,
        List<Source<?>> answers) {

    public Descriptor {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(numberPrefix);
        Objects.requireNonNull(regionCode);
        Objects.requireNonNull(portal);
        offices = List.copyOf(offices);
        organisationTypes = List.copyOf(organisationTypes);
        procedures = List.copyOf(procedures);
        registers = List.copyOf(registers);
        menu = List.copyOf(menu);
        channels = List.copyOf(channels);
        registrations = List.copyOf(registrations);
        intakes = List.copyOf(intakes);
        dictionaries = List.copyOf(dictionaries);
        answers = List.copyOf(answers);
    }

    /** Starts the descriptor of a jurisdiction. */
    public static Builder jurisdiction(String id, String title) {
        return new Builder(id, title);
    }

    /** The procedure with this id, if there is one. */
    public Optional<Procedure> procedure(String procedureId) {
        return procedures.stream().filter(p -> p.id().equals(procedureId)).findFirst();
    }

    /** The registration with this id, if there is one. */
    public Optional<Registration> registration(String registrationId) {
        return registrations.stream().filter(r -> r.id().equals(registrationId)).findFirst();
    }

    /** All that cases are started under: the procedures, and those of the registrations. */
    public List<Procedure> definitions() {
        return Stream.concat(procedures.stream(), registrations.stream().map(Registration::procedure))
                .toList();
    }

    /** The register with this id, if there is one. */
    public Optional<Register<?>> register(String registerId) {
        return registers.stream().filter(r -> r.id().equals(registerId)).findFirst();
    }

    /** The dictionary with this id, if there is one. */
    public Optional<Dictionary> dictionary(String dictionaryId) {
        return dictionaries.stream().filter(d -> d.id().equals(dictionaryId)).findFirst();
    }

    /** The channel with this id, if there is one. */
    public Optional<Channel<?>> channel(String channelId) {
        return channels.stream().filter(c -> c.id().equals(channelId)).findFirst();
    }

    /** The channel of messages from outside with this id, if there is one. */
    public Optional<Intake> intake(String intakeId) {
        return intakes.stream().filter(i -> i.id().equals(intakeId)).findFirst();
    }

    /** Gathers a descriptor. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final String title;
        private String numberPrefix;
        private String regionCode = "000000";
        private Portal portal;
        private final List<Office> offices = new ArrayList<>();
        private final List<OrganisationType> organisationTypes = new ArrayList<>();
        private final List<Procedure> procedures = new ArrayList<>();
        private final List<Register<?>> registers = new ArrayList<>();
        private final List<Menu> menu = new ArrayList<>();
        private final List<Channel<?>> channels = new ArrayList<>();
        private final List<Registration> registrations = new ArrayList<>();
        private final List<Intake> intakes = new ArrayList<>();
        private final List<Dictionary> dictionaries = new ArrayList<>();
        private final List<Source<?>> answers = new ArrayList<>();

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
            this.numberPrefix = id.substring(0, Math.min(2, id.length())).toUpperCase(java.util.Locale.ROOT);
            this.portal = Portal.named(title);
        }

        /** What case numbers start with. */
        public Builder numbered(String prefix) {
            numberPrefix = prefix;
            return this;
        }

        /** The region that this jurisdiction serves, as a GB/T 2260 code. */
        public Builder region(String code) {
            regionCode = code;
            return this;
        }

        public Builder portal(Portal value) {
            portal = value;
            return this;
        }

        public Builder offices(List<Office> values) {
            offices.addAll(values);
            return this;
        }

        public Builder organisationTypes(OrganisationType... values) {
            organisationTypes.addAll(List.of(values));
            return this;
        }

        public Builder procedures(Procedure... values) {
            procedures.addAll(List.of(values));
            return this;
        }

        public Builder registers(Register<?>... values) {
            registers.addAll(List.of(values));
            return this;
        }

        /** Entries of the menu, after what is already there. */
        public Builder menu(Menu... entries) {
            menu.addAll(List.of(entries));
            return this;
        }

        public Builder channels(Channel<?>... values) {
            channels.addAll(List.of(values));
            return this;
        }

        public Builder registrations(Registration... values) {
            registrations.addAll(List.of(values));
            return this;
        }

        public Builder intakes(Intake... values) {
            intakes.addAll(List.of(values));
            return this;
        }

        /** Choices that its overseeing office edits. */
        public Builder dictionaries(Dictionary... values) {
            for (Dictionary dictionary : values) {
                dictionaries.add(dictionary);
                registers.add(dictionary.register());
            }
            return this;
        }

        /** What it tells other jurisdictions that ask. */
        public Builder answers(Source<?>... values) {
            answers.addAll(List.of(values));
            return this;
        }

        public Descriptor build() {
            return new Descriptor(
                    id,
                    title,
                    numberPrefix,
                    regionCode,
                    portal,
                    offices,
                    organisationTypes,
                    procedures,
                    registers,
                    menu,
                    channels,
                    registrations,
                    intakes,
                    dictionaries,
                    answers);
        }
    }
}

package org.zhijian.jurisdiction.yunnan;

import static org.zhijian.jurisdiction.yunnan.Certificate.CERTIFICATES;
import static org.zhijian.jurisdiction.yunnan.Engagement.ENGAGEMENTS;
import static org.zhijian.jurisdiction.yunnan.Works.WORKS;
import static org.zhijian.jurisdiction.yunnan.WorksParty.PARTIES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhijian.api.check.ContractNumber;
import org.zhijian.api.check.Uscc;
import org.zhijian.api.directory.Employment;
import org.zhijian.api.directory.Organisation;
import org.zhijian.api.directory.Person;
import org.zhijian.api.form.FormData;
import org.zhijian.api.intake.IntakeFacts;
import org.zhijian.api.procedure.Changes;
import org.zhijian.api.register.RegisterEditor;

/**
 * Enters pushed works, new or in a higher version, with their firms, people and certificates. Whoever a higher version no longer names leaves
 * (回退); a locked one is not admitted, and the position is left to be filled (YN-R03). One for each message; not thread-safe.
 */
final class WorksEntry {
    private final IntakeFacts facts;
    private final Changes changes;
    private final FormData message;

    WorksEntry(IntakeFacts facts, Changes changes) {
        this.facts = facts;
        this.changes = changes;
        this.message = facts.message();
    }

    void enter() {
        Optional<Works> known = Works.bySource(facts.registers(), message.text("sourceId"));
        Works works = works(known);
        enterParties(works);
        Works formed = WorksParties.renew(works, changes.of(PARTIES));
        changes.of(WORKS).save(formed);
        List<WorksAnswer.Problem> problems = enterPeople(formed);
        WorksAnswer.push(facts, changes, true, formed.worksNo(), problems);
    }

    private Works works(Optional<Works> known) {
        String region = message.text("regionCode");
        String developer = organisation(WorksPush.developer(message), PartyRole.DEVELOPER);
        return new Works(
                known.map(Works::worksNo).orElseGet(() -> "YN-GC-%06d".formatted(changes.next("works"))),
                message.text("worksName"),
                message.text("sourceId"),
                WorksPush.version(message),
                message.text("projectCode"),
                List.of(),
                developer,
                List.of(developer),
                message.text("address"),
                region,
                Offices.authorityNamed(message.text("authorityCode")).orElseGet(() -> Offices.authorityOf(region)),
                Offices.bodyNamed(message.text("supervisionBodyCode")).orElseGet(() -> Offices.bodyOf(region)),
                message.text("worksKind"),
                message.text("scale"),
                message.decimal("area"),
                message.decimal("costWan"),
                message.day("plannedStart"),
                message.day("plannedEnd"),
                message.rows("unitWorks").stream().map(row -> row.text("name")).toList(),
                message.day("filedOn").orElse(facts.today()),
                known.map(Works::permitNo).orElse(""),
                known.map(Works::status).orElse(WorksStatus.SUPERVISED));
    }

    /** The organisation of a row, made known where it is not. */
    private String organisation(FormData row, PartyRole role) {
        Optional<Organisation> known = facts.directory().organisationByCode(row.text("uscc"), "");
        Set<String> types = new TreeSet<>(known.map(Organisation::types).orElse(Set.of()));
        boolean complete = !types.add(role.name());
        if (known.isPresent() && complete) {
            return known.get().id();
        }
        Organisation kept = known.map(organisation -> withTypes(organisation, types))
                .orElseGet(() -> new Organisation(
                        changes.newId(),
                        row.text("name"),
                        row.text("uscc"),
                        Uscc.orgCodeOf(row.text("uscc")).orElse(""),
                        types,
                        message.text("regionCode"),
                        "",
                        "",
                        ""));
        changes.save(kept);
        return kept.id();
    }

    private static Organisation withTypes(Organisation known, Set<String> types) {
        return new Organisation(
                known.id(),
                known.name(),
                known.uscc(),
                known.orgCode(),
                types,
                known.regionCode(),
                known.legalRepresentative(),
                known.contactName(),
                known.contactMobile());
    }

    private void enterParties(Works works) {
        RegisterEditor<WorksParty> parties = changes.of(PARTIES);
        List<WorksParty> before = WorksParty.of(parties, works.worksNo());
        List<WorksParty> named = new ArrayList<>();
        for (FormData row : message.rows("parties")) {
            PartyRole role = PartyRole.of(row.text("role")).orElseThrow();
            String organisation = organisation(row, role);
            Optional<WorksParty> same = before.stream()
                    .filter(party -> party.is(role, organisation))
                    .findFirst();
            WorksParty party = new WorksParty(
                    same.map(WorksParty::partyNo).orElseGet(() -> WorksParties.nextNo(parties, works.worksNo())),
                    works.worksNo(),
                    works.worksName(),
                    role,
                    organisation,
                    row.text("qualification"),
                    ContractNumber.normalise(row.text("contractRegNo")),
                    row.text("contractNo"),
                    row.decimal("amountWan"),
                    PartyStatus.TAKING_PART);
            parties.save(party);
            named.add(party);
        }
        before.stream()
                .filter(party -> named.stream().noneMatch(kept -> kept.partyNo().equals(party.partyNo())))
                .forEach(party -> parties.save(party.replaced()));
    }

    /** Answers which positions are still to be filled. */
    private List<WorksAnswer.Problem> enterPeople(Works works) {
        RegisterEditor<Engagement> engagements = changes.of(ENGAGEMENTS);
        Personnel personnel = new Personnel(changes, facts.today());
        List<Named> named = named(works);
        for (Engagement engagement : Engagement.onWorks(engagements, works.worksNo())) {
            if (named.stream().noneMatch(person -> person.is(engagement))) {
                personnel.release(engagement, UnlockWay.ROLLED_BACK);
            }
        }
        List<WorksAnswer.Problem> problems = new ArrayList<>();
        for (Named person : named) {
            boolean serves = Engagement.onWorks(engagements, works.worksNo()).stream()
                    .anyMatch(engagement -> engagement.isOnPost() && person.is(engagement));
            if (!serves) {
                engage(works, person, personnel)
                        .ifPresent(why -> problems.add(new WorksAnswer.Problem(person.place(), "YN-R03", why)));
            }
        }
        return problems;
    }

    /** Why the person is not admitted, if so. */
    private Optional<String> engage(Works works, Named named, Personnel personnel) {
        Engagement.onWorks(changes.of(ENGAGEMENTS), works.worksNo()).stream()
                .filter(engagement -> engagement.isToReplace() && named.is(engagement))
                .forEach(vacant -> personnel.release(vacant, UnlockWay.ROLLED_BACK));
        Person person = named.person();
        Optional<String> unfit = unfit(named, personnel);
        if (unfit.isPresent()) {
            personnel.leaveOpen(works, named.post(), person, named.organisation(), named.contract(), unfit.get());
            return unfit;
        }
        return personnel.engage(works, named.post(), person, named.organisation(), named.contract())
                ? Optional.empty()
                : Optional.of(Personnel.notAdmitted(person.name()));
    }

    /** Posts are counted apart, but whoever is locked in another is 项目总监 only with a certificate for it (YN-R03). */
    private Optional<String> unfit(Named named, Personnel personnel) {
        return named.post() == Post.CHIEF_SUPERVISOR && personnel.isLockedElsewhere(named.person(), named.post())
                ? Qualification.in(facts)
                        .missing(named.post(), named.person().id(), named.organisation())
                        .map(missing -> named.person().name() + "已被锁定，且不具备" + missing + "，不能担任项目总监")
                : Optional.empty();
    }

    /** Whom the message names for a post. */
    private record Named(String place, Post post, Person person, String organisation, String contract) {
        boolean is(Engagement engagement) {
            return engagement.holds(post, person.id())
                    && engagement.organisation().equals(organisation)
                    && engagement.contract().equals(contract);
        }
    }

    private List<Named> named(Works works) {
        List<Named> named = new ArrayList<>();
        List<FormData> rows = message.rows("people");
        for (int i = 0; i < rows.size(); i++) {
            FormData row = rows.get(i);
            Post post = Post.of(row.text("role")).orElseThrow();
            String organisation = facts.directory()
                    .organisationByCode(row.text("orgUscc"), "")
                    .orElseThrow()
                    .id();
            Person person = person(row, organisation);
            row.rows("certs").forEach(certificate -> enter(certificate, person, organisation));
            named.add(new Named("people[" + i + "]", post, person, organisation, contract(works, post, organisation)));
        }
        return named;
    }

    /** The contract under which somebody serves: that of the firm, in the role in which it names people of this post. */
    private String contract(Works works, Post post, String organisation) {
        return WorksParty.of(changes.of(PARTIES), works.worksNo()).stream()
                .filter(party -> party.organisation().equals(organisation))
                .filter(party -> !post.isKey() || party.role() == post.side())
                .map(WorksParty::contractRegNo)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Person person(FormData row, String organisation) {
        Optional<Person> known = facts.directory().personByIdNumber(WorksPush.idType(row), WorksPush.idNumber(row));
        Person person = known.orElseGet(() -> new Person(
                changes.newId(), row.text("name"), WorksPush.idType(row), WorksPush.idNumber(row), row.text("mobile")));
        if (known.isEmpty()) {
            changes.save(person);
        }
        if (facts.directory().employers(person.id()).isEmpty()) {
            changes.employ(Employment.since(facts.today(), person.id(), organisation, row.text("role")));
        }
        return person;
    }

    private void enter(FormData row, Person person, String organisation) {
        CertKind.of(row.text("kind"))
                .filter(kind -> changes.of(CERTIFICATES)
                        .find(row.text("no"))
                        .map(known -> known.person().equals(person.id()))
                        .orElse(true))
                .ifPresent(kind -> changes.of(CERTIFICATES)
                        .save(new Certificate(row.text("no"), person.id(), kind, organisation, row.day("validTo"))));
    }
}

package org.zhijian.api.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhijian.api.form.FormData;
import org.zhijian.api.procedure.CaseFacts;
import org.zhijian.api.procedure.Effect;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Subject;

/**
 * How organisations come to their accounts (单位注册): a procedure at the end of which the organisation is known and can sign in. Everything else
 * follows from the procedure. Started by {@link org.zhijian.api.procedure.Starter#anyone}, people register themselves: at once if its chain is
 * {@link org.zhijian.api.chain.Chain#NONE}, else when the chain has come to its end. Started by offices, an office opens the accounts. Its form
 * is also that of the rows of an inherited register, which is imported.
 *
 * <p>Beside the procedure's own rules the core holds name and code together as one locked pair, over all jurisdictions (CORE-ORG-1 to 3), and
 * login names apart. An organisation that another jurisdiction knows already gets its accounts here and keeps the data it is known by.
 *
 * @param procedure its form, attachments, rules and review
 * @param newcomer reads the organisation and its login names off the form; must bear a form that is only half filled in
 * @param password with what the accounts sign in first
 * @param known what a registrant reads whose organisation has its account here already
 * @param locked what a registrant reads who gives a known code with another name, or the other way round; blank for the core's own text
 * @param done what a registrant reads who can sign in now
 * @param opened what happens when the accounts are opened; the applicant of the facts is the organisation
 * @param proving how a review may be spared; empty if it may not
 * @param lookup what may be asked for while the form is filled in; empty if nothing
 */
public record Registration(
        Procedure procedure,
        Function<FormData, Newcomer> newcomer,
        FirstPassword password,
        String known,
        String locked,
        String done,
        List<Effect> opened,
        Optional<Proving> proving,
        Optional<Lookup> lookup) {

    /**
     * What a registrant is spared to type who asks for what is known (企业查询): public data alone, for anybody may ask.
     *
     * @param title of the button
     * @param find what is filled in by what has been filled in so far; empty if nothing is known
     */
    public record Lookup(String title, Function<CaseFacts, Optional<FormData>> find) {
        public Lookup {
            Objects.requireNonNull(title);
            Objects.requireNonNull(find);
        }
    }

    public Registration {
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(newcomer);
        Objects.requireNonNull(password);
        Objects.requireNonNull(known);
        Objects.requireNonNull(locked);
        Objects.requireNonNull(done);
        opened = List.copyOf(opened);
        Objects.requireNonNull(proving);
        Objects.requireNonNull(lookup);
    }

    /** A registration by this procedure; registrants choose their password, and read the usual texts. */
    public static Registration of(Procedure procedure, Function<FormData, Newcomer> newcomer) {
        Function<CaseFacts, Set<Subject>> subjects = facts -> {
            Set<Subject> all = new TreeSet<>(procedure.subjects().apply(facts));
            all.addAll(newcomer.apply(facts.form()).subjects());
            return all;
        };
        return new Registration(
                procedure.about(subjects),
                newcomer,
                FirstPassword.chosen(),
                "该企业已注册",
                "",
                "注册成功",
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public String id() {
        return procedure.id();
    }

    public String title() {
        return procedure.title();
    }

    public Registration password(FirstPassword first) {
        return new Registration(procedure, newcomer, first, known, locked, done, opened, proving, lookup);
    }

    /** What a registrant reads whose organisation has its account here already. */
    public Registration known(String text) {
        return new Registration(procedure, newcomer, password, text, locked, done, opened, proving, lookup);
    }

    /** What a registrant reads who gives a known code with another name, or the other way round. */
    public Registration locked(String text) {
        return new Registration(procedure, newcomer, password, known, text, done, opened, proving, lookup);
    }

    /** What a registrant reads who can sign in now. */
    public Registration done(String text) {
        return new Registration(procedure, newcomer, password, known, locked, text, opened, proving, lookup);
    }

    /** What happens when the accounts are opened. */
    public Registration onOpened(Effect effect) {
        List<Effect> all = new ArrayList<>(opened);
        all.add(effect);
        return new Registration(procedure, newcomer, password, known, locked, done, all, proving, lookup);
    }

    /** A review is spared to whoever shows at once that it is who it says. */
    public Registration proven(Proving by) {
        return new Registration(procedure, newcomer, password, known, locked, done, opened, Optional.of(by), lookup);
    }

    /** While the form is filled in, what is known may be asked for. */
    public Registration lookup(String title, Function<CaseFacts, Optional<FormData>> find) {
        return new Registration(
                procedure,
                newcomer,
                password,
                known,
                locked,
                done,
                opened,
                proving,
                Optional.of(new Lookup(title, find)));
    }

    /** True if people register themselves. */
    public boolean isOpenToAnyone() {
        return procedure.startedBy().kind() == org.zhijian.api.procedure.Starter.Kind.ANYONE;
    }

    /** True if an office looks at it before the accounts are opened. */
    public boolean isReviewed() {
        return procedure.chain().steps().findAny().isPresent();
    }
}

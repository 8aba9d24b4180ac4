package org.zhijian.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.Decision;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Field;
import org.zhijian.api.form.FieldType;
import org.zhijian.api.form.Form;
import org.zhijian.api.form.Slot;
import org.zhijian.api.intake.Intake;
import org.zhijian.api.notice.Channel;
import org.zhijian.api.procedure.Migration;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Registration;

/**
 * What is wrong with the definitions of a jurisdiction, all at once, each with its place and what mends it. The core takes no module in that has problems;
 * the contract kit shows them to its author. Pure functions.
 */
public final class DefinitionProblems {
    private static final Pattern HYPHENATED = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    private final List<Problem> problems = new ArrayList<>();
    private final Descriptor descriptor;

    private DefinitionProblems(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** The problems, in Chinese, in the order of the descriptor; empty if all is well. */
    public static List<Problem> of(Descriptor descriptor) {
        DefinitionProblems found = new DefinitionProblems(descriptor);
        found.checkDescriptor();
        descriptor.procedures().forEach(found::check);
        descriptor.registrations().forEach(found::check);
        descriptor.intakes().forEach(found::check);
        return List.copyOf(found.problems);
    }

    private void checkDescriptor() {
        String place = "辖区 " + descriptor.id();
        id(place, HYPHENATED, descriptor.id());
        label(place, descriptor.title());
        unique(place, "事项", descriptor.definitions(), Procedure::id);
        unique(place, "台账", descriptor.registers(), Register::id);
        unique(place, "机构", descriptor.offices(), office -> office.id());
        unique(place, "单位类型", descriptor.organisationTypes(), OrganisationType::code);
        descriptor.organisationTypes().forEach(type -> {
            label(place + " 单位类型 " + type.code(), type.title());
            if (!type.changedBy().isBlank()
                    && descriptor.procedure(type.changedBy()).isEmpty()) {
                report(place + " 单位类型 " + type.code(), "没有名为“" + type.changedBy() + "”的事项", "请填写本辖区已声明的事项标识");
            }
        });
        descriptor.offices().forEach(office -> {
            id(place + " 机构", HYPHENATED, office.id());
            label(place + " 机构 " + office.id(), office.name());
        });
        unique(place, "帮助页", descriptor.portal().pages(), page -> page.id());
        descriptor.portal().pages().forEach(page -> {
            id(place + " 帮助页", HYPHENATED, page.id());
            label(place + " 帮助页 " + page.id(), page.title());
        });
        descriptor.registers().forEach(this::check);
        unique(place, "对外接口", descriptor.channels(), Channel::id);
        descriptor.channels().forEach(channel -> {
            id(place + " 对外接口", HYPHENATED, channel.id());
            label(place + " 对外接口 " + channel.id(), channel.title());
        });
        unique(place, "接收通道", descriptor.intakes(), Intake::id);
        unique(place, "跨模块查询", descriptor.answers(), source -> source.query().id());
        descriptor.answers().forEach(source -> {
            id(place + " 跨模块查询", HYPHENATED, source.query().id());
            label(place + " 跨模块查询 " + source.query().id(), source.query().title());
        });
        descriptor.menu().stream().flatMap(Menu::all).forEach(this::check);
    }

    private void check(Menu entry) {
        String place = "菜单 " + entry.title();
        label(place, entry.title());
        if (entry instanceof Menu.Matter matter) {
            checkMatter(place, matter);
        } else if (entry instanceof Menu.Review review) {
            procedure(place, review.procedure());
        } else if (entry instanceof Menu.Records records) {
            records.matters().forEach(matter -> checkMatter(place, matter));
            Optional<Register<?>> register = descriptor.register(records.register());
            if (register.isEmpty()) {
                report(place, "没有台账“" + records.register() + "”", "请填写本辖区已声明的台账标识");
            }
            register.ifPresent(found -> records.where().keySet().stream()
                    .filter(id -> found.column(id).filter(ColumnInfo::index).isEmpty())
                    .forEach(id -> report(place, "台账 " + found.id() + " 没有可查询的列“" + id + "”", "请为该列声明索引，或改用可查询的列")));
        }
    }

    private void checkMatter(String place, Menu.Matter matter) {
        label(place, matter.start());
        procedure(place, matter.procedure()).ifPresent(procedure -> matter.preset().keySet().stream()
                .filter(id -> procedure.form().field(id).isEmpty())
                .forEach(id -> report(place, "事项 " + procedure.id() + " 没有字段“" + id + "”", "请填写该事项表单中的字段标识")));
    }

    private Optional<Procedure> procedure(String place, String id) {
        Optional<Procedure> found = descriptor.procedure(id);
        if (found.isEmpty()) {
            report(place, "没有事项“" + id + "”", "请填写本辖区已声明的事项标识");
        }
        return found;
    }

    private void check(Register<?> register) {
        String place = "台账 " + register.id();
        id(place, HYPHENATED, register.id());
        label(place, register.title());
        if (register.open() && register.columns().stream().noneMatch(column -> column.key() && column.open())) {
            report(place, "向公众开放，但主键列没有公开", "请公开主键列，或取消向公众开放");
        }
        unique(place, "办理", register.acts(), act -> act.id());
        register.acts().forEach(act -> {
            id(place + " 办理", CAMEL_CASE, act.id());
            label(place + " 办理 " + act.id(), act.title());
            procedure(place, act.procedure());
        });
        unique(place, "日期规则", register.dayRules(), rule -> rule.id());
        register.dayRules().forEach(rule -> {
            id(place + " 日期规则", CAMEL_CASE, rule.id());
            label(place + " 日期规则 " + rule.id(), rule.title());
        });
        register.columns().forEach(column -> label(place + " 列 " + column.id(), column.title()));
        register.columns().stream()
                .filter(column -> column.refers() == Refers.ENTRY)
                .filter(column -> descriptor.dictionaries().stream()
                        .noneMatch(dictionary -> dictionary.id().equals(column.of())))
                .forEach(column ->
                        report(place + " 列 " + column.id(), "没有数据字典“" + column.of() + "”", "请填写本辖区已声明的数据字典标识"));
        register.printout().ifPresent(printout -> {
            label(place + " 证书", printout.title());
            printout.columns().stream()
                    .filter(column -> register.column(column).isEmpty())
                    .forEach(column -> report(place, "证书引用了不存在的列“" + column + "”", "请填写该台账已声明的列"));
        });
        Set<String> codes = new HashSet<>(register.machine().initial());
        register.printout().ifPresent(printout -> codes.addAll(printout.statuses()));
        register.machine().transitions().forEach((from, to) -> {
            codes.add(from);
            codes.addAll(to);
        });
        register.statusColumn().ifPresent(column -> column.options().forEach(option -> codes.remove(option.value())));
        codes.forEach(code -> report(place, "状态“" + code + "”不在状态列的取值之中", "请在状态列的取值中增加该状态，或更正状态"));
    }

    private void check(Procedure procedure) {
        String place = "事项 " + procedure.id();
        checkDefinition(place, procedure);
        if (procedure.startedBy().kind() == Starter.Kind.ANYONE) {
            report(place, "只有注册可以不登录办理", "请改由单位、个人或机构办理");
        }
        if (!procedure.chain().equals(Chain.NONE) && fewestSteps(procedure.chain()) == 0) {
            report(place, "有的情形不经过任何环节", "请为每种情形至少安排一个环节");
        }
    }

    private void checkMigrations(String procedure, Procedure next) {
        unique(procedure, "迁移", next.migrations(), Migration::from);
        for (Migration migration : next.migrations()) {
            String place = procedure + " 迁移 " + migration.from();
            Stream.concat(migration.fields().values().stream(), migration.filled().keySet().stream())
                    .filter(field -> next.applicantForm().field(field).isEmpty())
                    .forEach(field -> report(place, "没有字段“" + field + "”", "请填写本版本表单中的字段标识"));
            migration.dropped().stream()
                    .filter(field -> next.applicantForm().field(field).isPresent())
                    .forEach(field -> report(place, "字段“" + field + "”仍在表单中", "请不要去掉它，或改用其他标识"));
            if (Set.copyOf(migration.fields().values()).size()
                    < migration.fields().size()) {
                report(place, "几个字段改为同一个标识", "请为每个字段填写各自的标识");
            }
            migration.dropped().stream()
                    .filter(migration.fields()::containsKey)
                    .forEach(field -> report(place, "字段“" + field + "”既改标识又去掉", "请只保留一项"));
            migration.steps().values().stream()
                    .filter(step -> next.step(step).isEmpty())
                    .forEach(step -> report(place, "没有环节“" + step + "”", "请填写本版本审核流程中的环节标识"));
        }
    }

    private void check(Registration registration) {
        Procedure procedure = registration.procedure();
        String place = "注册 " + procedure.id();
        checkDefinition(place, procedure);
        Starter.Kind kind = procedure.startedBy().kind();
        if (kind != Starter.Kind.ANYONE && kind != Starter.Kind.OFFICE) {
            report(place, "只能由注册人自行办理或者由机构办理", "请更正申请人");
        }
        if (procedure.form().fields().stream().anyMatch(field -> field.type() instanceof FieldType.Reference)) {
            report(place, "表单引用了已登记的内容，注册人不应看到", "请改用其他类型的字段");
        }
        boolean returns = procedure
                .chain()
                .steps()
                .flatMap(step -> step.decisions().stream())
                .anyMatch(option -> option.decision().outcome() == Decision.Outcome.CORRECT);
        if (returns) {
            report(place, "注册人没有账号，不能退回修改，只能不通过", "请去掉退回，改用不通过");
        }
        boolean shown = kind == Starter.Kind.OFFICE && !registration.isReviewed();
        if (registration.password().kind() == FirstPassword.Kind.ISSUED && !shown) {
            report(place, "系统生成的初始密码只能显示给办理注册的机构", "请改由机构直接办理，或采用其他初始密码方式");
        }
    }

    private void check(Intake intake) {
        String place = "接收通道 " + intake.id();
        id(place, HYPHENATED, intake.id());
        label(place, intake.title());
        checkForm(place, intake.form(), Set.of());
        if (refers(intake.form().fields().stream())) {
            report(place, "其他系统不知道本系统的标识，不能引用", "请改用其他类型的字段");
        }
        if (intake.accepted().isEmpty()) {
            report(place, "没有说明收到数据后如何处理", "请声明接收后的处理");
        }
        if (intake.key().isEmpty()) {
            report(place, "没有主键", "请声明主键字段");
        }
        intake.key().stream()
                .filter(id -> isMissing(intake.form().field(id), type -> !(type instanceof FieldType.Table)))
                .forEach(id -> report(place, "主键“" + id + "”不是必填字段", "请填写表单中的必填字段"));
        if (intake.isVersioned()
                && isMissing(intake.form().field(intake.version()), type -> type instanceof FieldType.Whole)) {
            report(place, "版本号“" + intake.version() + "”不是必填的整数", "请将该字段设为必填的整数");
        }
    }

    private static boolean isMissing(Optional<Field> field, Predicate<FieldType> fits) {
        return field.filter(found -> found.requirement() == Condition.ALWAYS
                        && found.visibility() == Condition.ALWAYS
                        && fits.test(found.type()))
                .isEmpty();
    }

    private static boolean refers(Stream<Field> fields) {
        return fields.anyMatch(field -> field.type() instanceof FieldType.Reference
                || field.type() instanceof FieldType.Table table && refers(table.columns().stream()));
    }

    private void checkDefinition(String place, Procedure procedure) {
        id(place, HYPHENATED, procedure.id());
        label(place, procedure.title());
        checkStarter(place, procedure.startedBy());
        checkMigrations(place, procedure);
        List<Step> steps = procedure.chain().steps().toList();
        List<Slot> slots = Stream.concat(
                        procedure.slots().stream(), steps.stream().flatMap(step -> step.slots().stream()))
                .toList();
        unique(place, "环节", steps, Step::id);
        unique(place, "材料", slots, Slot::id);
        checkForm(place, procedure.applicantForm(), Set.of());
        procedure.listed().stream()
                .filter(field -> procedure.form().field(field).isEmpty())
                .forEach(field -> report(place, "列表引用了不存在的字段“" + field + "”", "请填写该事项表单中的字段标识"));
        Stream.of(
                        procedure.words().draft(),
                        procedure.words().save(),
                        procedure.words().submit())
                .forEach(word -> label(place + " 用语", word));
        slots.forEach(slot -> label(place + " 材料 " + slot.id(), slot.title()));
        checkConditions(place, procedure.chain(), reachable(procedure, steps));
        for (int i = 0; i < steps.size(); i++) {
            check(place + " 环节 " + steps.get(i).id(), steps.get(i), steps.subList(0, i + 1));
        }
        if (procedure.withdrawal().until() == Withdrawal.Until.ACCEPTANCE
                && steps.stream()
                        .allMatch(step -> step.decision(Decision.ACCEPT).isEmpty())) {
            report(place, "撤回期限指向受理，但没有受理的环节", "请增加受理环节，或更正撤回期限");
        }
        if (procedure.withdrawal().until() == Withdrawal.Until.STEP_DONE
                && procedure.step(procedure.withdrawal().stepId()).isEmpty()) {
            report(place, "撤回期限指向不存在的环节“" + procedure.withdrawal().stepId() + "”", "请填写该事项已声明的环节标识");
        }
    }

    private static int fewestSteps(Chain chain) {
        if (chain instanceof Chain.Sequence sequence) {
            return sequence.parts().stream()
                    .mapToInt(DefinitionProblems::fewestSteps)
                    .sum();
        }
        if (chain instanceof Chain.Choice choice) {
            // Whoever chooses by a rule of code answers for it that a case without any step is meant.
            boolean always = choice.branches().stream()
                    .anyMatch(branch -> branch.isOtherwise() || branch.rule() != Chain.Rule.ALWAYS);
            return always
                    ? choice.branches().stream()
                            .mapToInt(branch -> fewestSteps(branch.then()))
                            .min()
                            .orElse(0)
                    : 0;
        }
        return 1;
    }

    private void checkStarter(String place, Starter starter) {
        Set<String> known = new HashSet<>();
        switch (starter.kind()) {
            case ORGANISATION -> descriptor.organisationTypes().forEach(type -> known.add(type.code()));
            case OFFICE -> descriptor.offices().forEach(office -> known.add(office.id()));
            case PERSON, ANYONE -> known.addAll(starter.ids());
        }
        starter.ids().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> report(place, "申请人“" + id + "”未在辖区中声明", "请在辖区中声明该单位类型或机构"));
    }

    private void check(String place, Step step, List<Step> upToHere) {
        id(place, CAMEL_CASE, step.id());
        label(place, step.title());
        if (step.actors().isEmpty()) {
            report(place, "没有办理者", "请声明至少一个办理者");
        }
        if (step.decisions().stream().noneMatch(option -> option.decision().outcome() == Decision.Outcome.ADVANCE)) {
            report(place, "没有能使事项前进的决定", "请增加同意、受理或确认等决定");
        }
        unique(place, "决定", step.decisions(), option -> option.decision().name());
        checkForm(place, Procedure.formOf(step), Set.of(Condition.DECISION));
        if (step.acceptOnSilence() && (step.workingDays() == 0 || step.isTakenByParty())) {
            report(place, "逾期视为受理须由机构办理并有办理时限", "请由机构办理并声明办理时限");
        }
        step.handOver().stream()
                .filter(id -> descriptor.offices().stream()
                        .noneMatch(office -> office.id().equals(id)))
                .forEach(id -> report(place, "可移交的机构“" + id + "”未在辖区中声明", "请在辖区中声明该机构"));
        if (step.correctors().isEmpty()) {
            report(place, "没有退回后的修改人", "请声明退回后由谁修改");
        }
        for (Corrector corrector : step.correctors()) {
            boolean known = corrector.to().equals(Corrector.APPLICANT)
                    || upToHere.stream().anyMatch(s -> s.id().equals(corrector.to()) && s.isTakenByParty());
            if (!known) {
                report(place, "退回指向“" + corrector.to() + "”，它不是之前由当事人办理的环节", "请指向申请人，或之前由当事人办理的环节");
            }
        }
    }

    private void checkForm(String place, Form form, Set<String> pseudoFields) {
        unique(place, "字段", form.fields(), Field::id);
        Set<String> ids = fieldIds(form);
        ids.addAll(pseudoFields);
        for (Field field : form.fields()) {
            String at = place + " 字段 " + field.id();
            id(at, CAMEL_CASE, field.id());
            label(at, field.label());
            condition(at, field.requirement(), ids);
            condition(at, field.visibility(), ids);
            if (field.type() instanceof FieldType.Table table) {
                checkForm(at, Form.of(table.columns().toArray(Field[]::new)), Set.of());
            }
            if (field.type() instanceof FieldType.Reference reference && reference.options() == null) {
                report(at, "没有可选内容的来源", "请声明可选内容的来源");
            }
            if (field.type() instanceof FieldType.Choice choice
                    && choice.options().isEmpty()) {
                report(at, "没有可选内容", "请至少声明一项可选内容");
            }
        }
    }

    private void checkConditions(String place, Chain chain, Set<String> ids) {
        if (chain instanceof Chain.Sequence sequence) {
            sequence.parts().forEach(part -> checkConditions(place, part, ids));
        } else if (chain instanceof Chain.Choice choice) {
            choice.branches().forEach(branch -> {
                condition(place, branch.when(), ids);
                checkConditions(place, branch.then(), ids);
            });
        }
    }

    /** What a branch may ask for: the applicant's fields, and those of steps as step.field. */
    private static Set<String> reachable(Procedure procedure, List<Step> steps) {
        Set<String> ids = fieldIds(procedure.applicantForm());
        for (Step step : steps) {
            fieldIds(Procedure.formOf(step)).forEach(id -> ids.add(step.id() + "." + id));
        }
        return ids;
    }

    private static Set<String> fieldIds(Form form) {
        Set<String> ids = new HashSet<>();
        form.fields().forEach(field -> ids.add(field.id()));
        return ids;
    }

    private void condition(String place, Condition condition, Set<String> ids) {
        condition
                .fields()
                .filter(id -> !ids.contains(id))
                .forEach(id -> report(place, "条件引用了不存在的字段“" + id + "”", "请填写表单中或之前环节中的字段标识"));
    }

    private void id(String place, Pattern pattern, String id) {
        if (!pattern.matcher(id).matches() || id.length() > 60) {
            report(place, "标识“" + id + "”不合规范", "请更正标识，不超过60个字符：字段用驼峰写法，其他用小写字母、数字和连字符");
        }
    }

    private void label(String place, String label) {
        if (!CHINESE.matcher(label).matches()) {
            report(place, "名称“" + label + "”不是中文", "请填写中文名称");
        }
    }

    private <T> void unique(String place, String what, List<? extends T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        items.stream()
                .map(id)
                .filter(value -> !seen.add(value))
                .forEach(value -> report(place, what + "标识“" + value + "”重复", "请使标识互不相同"));
    }

    private void report(String place, String problem, String mend) {
        problems.add(new Problem(place, problem, mend));
    }
}

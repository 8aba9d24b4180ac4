package org.zhijian.core.internal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zhijian.api.chain.Actor;
import org.zhijian.api.chain.Chain;
import org.zhijian.api.chain.Corrector;
import org.zhijian.api.chain.DecisionOption;
import org.zhijian.api.chain.Step;
import org.zhijian.api.chain.Withdrawal;
import org.zhijian.api.form.Condition;
import org.zhijian.api.form.Fields;
import org.zhijian.api.procedure.Procedure;
import org.zhijian.api.procedure.Starter;

/** Draws procedures from the whole algebra of chains: modes, sequences, choices by form and by earlier steps, parties, correctors, limits. */
final class RandomChain {
    private static final List<String> OFFICES = List.of("east", "west", "head");

    private final Random random;
    private final String otherFirm;
    private final List<String> parties = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    private RandomChain(Random random, String otherFirm) {
        this.random = random;
        this.otherFirm = otherFirm;
    }

    static Procedure procedure(Random random, String otherFirm) {
        RandomChain chain = new RandomChain(random, otherFirm);
        List<Chain> parts = new ArrayList<>(List.of(chain.step()));
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) {
            parts.add(chain.part(2));
        }
        return Procedure.procedure("permit", "许可")
                .startedBy(Starter.organisations("FIRM"))
                .form(Fields.text("name", "名称", 20).required(), Fields.text("branch", "分支", 1))
                .withdrawal(chain.withdrawal())
                .chain(parts.toArray(Chain[]::new))
                .build();
    }

    private Withdrawal withdrawal() {
        return switch (random.nextInt(4)) {
            case 0 -> Withdrawal.never("不能撤回");
            case 1 -> Withdrawal.anyTime();
            case 2 -> Withdrawal.untilDone(steps.get(random.nextInt(steps.size())), "不能撤回");
            default -> Withdrawal.untilFirstDecision();
        };
    }

    private Chain part(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1) {
            return Chain.sequence(part(depth - 1), part(depth - 1));
        }
        if (kind == 2) {
            return Chain.choice(
                    Chain.when(Condition.is("branch", "A"), part(depth - 1)),
                    random.nextBoolean()
                            ? Chain.otherwise(part(depth - 1))
                            : Chain.when(Condition.is("branch", "B"), part(depth - 1)));
        }
        if (kind == 3) {
            String earlier = steps.get(random.nextInt(steps.size()));
            return Chain.choice(Chain.when(Condition.flagged(earlier + ".more"), part(depth - 1)));
        }
        return step();
    }

    private Chain step() {
        String id = "s" + (steps.size() + 1);
        boolean party = random.nextInt(4) == 0;
        Step step = party ? Step.step(id, "环节", Actor.organisation("对方", facts -> otherFirm)) : review(id);
        List<DecisionOption> decisions =
                new ArrayList<>(List.of(DecisionOption.approve("同意"), DecisionOption.sendBack("退回")));
        if (random.nextInt(3) == 0) {
            decisions.add(DecisionOption.reject("不通过"));
        }
        List<Corrector> correctors = new ArrayList<>(List.of(Corrector.applicant("申请材料", "退回")));
        if (!parties.isEmpty() && random.nextBoolean()) {
            correctors.add(Corrector.step(parties.get(random.nextInt(parties.size())), "对方材料", "退回（对方）"));
        }
        steps.add(id);
        if (party) {
            parties.add(id);
        }
        return step.decisions(decisions.toArray(DecisionOption[]::new))
                .correctedBy(correctors.toArray(Corrector[]::new))
                .form(Fields.flag("more", "需要下一步"))
                .within(random.nextInt(3))
                .bySameReviewer();
    }

    private Step review(String id) {
        Actor one = office();
        return switch (random.nextInt(3)) {
            case 0 -> Step.anyOf(id, "环节", one, office());
            case 1 -> Step.allOf(id, "环节", one, office());
            default -> Step.step(id, "环节", one);
        };
    }

    private Actor office() {
        String name = OFFICES.get(random.nextInt(OFFICES.size()));
        return Actor.office(name + "办", facts -> facts.applicant().orElseThrow().contactName() + "-" + name);
    }
}

package id.berdikari.beneficiary.registry;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;

/**
 * The answers to the Washington Group Short Set on Functioning, each 1 no difficulty, 2 some, 3 a lot, 4 cannot do at all.
 * The group's recommended cut-off for disability: at least one domain answered 3 or 4
 * (Washington Group on Disability Statistics, analytic guidelines of the Short Set).
 */
@Embeddable
record WashingtonGroup(
        @Column(name = "wg_see") int see,
        @Column(name = "wg_hear") int hear,
        @Column(name = "wg_walk") int walk,
        @Column(name = "wg_remember") int remember,
        @Column(name = "wg_care") int care,
        @Column(name = "wg_communicate") int communicate) {

    /** The set is made for people of this age and older; children under it are asked the child functioning module. */
    static final int YOUNGEST = 5;

    private static final int A_LOT = 3;

    /** Takes all six answers; {@code pointer} names the field that holds them. */
    static WashingtonGroup of(String pointer, Map<FunctioningDomain, Integer> answers) {
        var open = EnumSet.allOf(FunctioningDomain.class);
        open.removeAll(answers.keySet());
        if (!open.isEmpty()) {
            throw FieldProblem.at(pointer, "domains-unanswered", open);
        }
        return new WashingtonGroup(
                answer(answers, FunctioningDomain.SEE),
                answer(answers, FunctioningDomain.HEAR),
                answer(answers, FunctioningDomain.WALK),
                answer(answers, FunctioningDomain.REM),
                answer(answers, FunctioningDomain.CARE),
                answer(answers, FunctioningDomain.COMM));
    }

    boolean showsDisability() {
        return answers().values().stream().anyMatch(answer -> answer >= A_LOT);
    }

    Map<FunctioningDomain, Integer> answers() {
        var answers = new EnumMap<FunctioningDomain, Integer>(FunctioningDomain.class);
        answers.put(FunctioningDomain.SEE, see);
        answers.put(FunctioningDomain.HEAR, hear);
        answers.put(FunctioningDomain.WALK, walk);
        answers.put(FunctioningDomain.REM, remember);
        answers.put(FunctioningDomain.CARE, care);
        answers.put(FunctioningDomain.COMM, communicate);
        return answers;
    }

    private static int answer(Map<FunctioningDomain, Integer> answers, FunctioningDomain domain) {
        return Objects.requireNonNull(answers.get(domain));
    }
}

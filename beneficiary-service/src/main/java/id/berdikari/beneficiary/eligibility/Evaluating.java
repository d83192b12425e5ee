package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.RequestLanguage;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what criteria make of one case, today. */
@ApplicationScoped
public class Evaluating {

    private record Found(@Nullable UUID householdId, HouseholdCase facts) {}

    private final CriteriaSets sets;
    private final HouseholdCases cases;
    private final LocalDates dates;
    private final Caller caller;
    private final RequestLanguage language;

    Evaluating(CriteriaSets sets, HouseholdCases cases, LocalDates dates, Caller caller, RequestLanguage language) {
        this.sets = sets;
        this.cases = cases;
        this.dates = dates;
        this.caller = caller;
        this.language = language;
    }

    /** What all published criteria say of the household in which somebody lives; nothing of who died or is out of reach. */
    @Transactional
    public List<Evaluation> ofPerson(UUID person) {
        return person(person)
                .map(found -> sets.published().stream()
                        .map(set -> evaluation(set, found))
                        .toList())
                .orElse(List.of());
    }

    @Transactional
    Evaluation ofHousehold(UUID criteria, UUID household) {
        var set = sets.get(criteria);
        return household(household)
                .map(found -> evaluation(set, found))
                .orElseThrow(() -> FieldProblem.at("/householdId", "household-unknown"));
    }

    @Transactional
    Evaluation ofPerson(UUID criteria, UUID person) {
        var set = sets.get(criteria);
        return person(person)
                .map(found -> evaluation(set, found))
                .orElseThrow(() -> FieldProblem.at("/personId", "person-unknown"));
    }

    private Optional<Found> household(UUID id) {
        return cases.household(id, dates.today()).filter(this::isReachable).map(facts -> new Found(id, facts));
    }

    private Optional<Found> person(UUID id) {
        return cases.alone(id, dates.today())
                .filter(this::isReachable)
                .flatMap(alone ->
                        cases.householdOf(id).map(this::household).orElse(Optional.of(new Found(null, alone))));
    }

    private boolean isReachable(HouseholdCase facts) {
        return caller.areas().reaches(facts.areaCode());
    }

    private Evaluation evaluation(CriteriaSet set, Found found) {
        var criteria = set.content().criteria();
        var day = dates.today();
        var facts = found.facts().facts(day);
        var judgement = criteria.judge(facts);
        var reasons = new ArrayList<Evaluation.Reason>();
        for (var i = 0; i < set.content().rules().size(); i++) {
            var rule = set.content().rules().get(i);
            reasons.add(new Evaluation.Reason(
                    rule.code(),
                    judgement.verdicts().get(i),
                    rule.points(),
                    rule.explanation().in(language.preferred()),
                    criteria.unknown(i, facts)));
        }
        return new Evaluation(
                set.id(),
                set.code(),
                set.edition(),
                set.content().title().in(language.preferred()),
                found.householdId(),
                day,
                judgement.outcome(),
                judgement.score(),
                judgement.possibleScore(),
                reasons);
    }
}

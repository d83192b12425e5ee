package id.berdikari.beneficiary.registry;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;

enum RegistryProblem implements ProblemType {
    NIK_ALREADY_REGISTERED(409),
    FAMILY_CARD_ALREADY_REGISTERED(409),
    ALREADY_IN_A_HOUSEHOLD(409),
    HEAD_EXISTS(409),
    NOT_A_MEMBER(404),
    NOBODY_LEFT_BEHIND(409),
    MERGE_INTO_ITSELF(409),
    HOUSEHOLD_MERGED(409),
    PERSON_DECEASED(409),
    PERSON_ALIVE(409),
    PERSON_ERASED(409),
    PERSON_MERGED(409),
    PERSON_MERGE_INTO_ITSELF(409),
    CHANGED_SINCE_MERGE(409),
    NO_NIK_KNOWN(404),
    NO_FAMILY_CARD_KNOWN(404);

    private final int status;

    RegistryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Singleton
    static class Constraints implements ConstraintProblems {
        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of(
                    "person_nik_once", NIK_ALREADY_REGISTERED,
                    "household_kk_once", FAMILY_CARD_ALREADY_REGISTERED,
                    "membership_one_household", ALREADY_IN_A_HOUSEHOLD,
                    "membership_one_head", HEAD_EXISTS);
        }
    }
}

package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.survey.SubjectDirectory;
import id.berdikari.beneficiary.survey.SubjectType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Tells surveys which households there are. */
@ApplicationScoped
class HouseholdDirectory implements SubjectDirectory {

    private final Households households;

    HouseholdDirectory(Households households) {
        this.households = households;
    }

    @Override
    public SubjectType type() {
        return SubjectType.HOUSEHOLD;
    }

    @Override
    public Optional<String> areaOf(UUID id) {
        return households
                .reach(id)
                .filter(household -> household.mergedInto() == null && household.erasedOn() == null)
                .map(Household::areaCode);
    }
}

package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.registry.ErasureWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Leaves of who was erased what figures of an area need. */
@ApplicationScoped
class ForgottenMembers implements ErasureWatch {

    private final Measurements measurements;

    ForgottenMembers(Measurements measurements) {
        this.measurements = measurements;
    }

    @Override
    public void personErased(UUID personId) {
        measurements.forgetPerson(personId);
    }

    @Override
    public void householdErased(UUID householdId, String areaCode) {
        measurements.forgetHousehold(householdId, areaCode);
    }
}

package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.survey.SubjectDirectory;
import id.berdikari.beneficiary.survey.SubjectType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Tells surveys which cases there are. */
@ApplicationScoped
class CaseDirectory implements SubjectDirectory {

    private final Nominations nominations;

    CaseDirectory(Nominations nominations) {
        this.nominations = nominations;
    }

    @Override
    public SubjectType type() {
        return SubjectType.NOMINATION;
    }

    @Override
    public Optional<String> areaOf(UUID id) {
        return nominations
                .reach(id)
                .filter(nomination -> nomination.erasedOn() == null)
                .map(Nomination::areaCode);
    }
}

package id.berdikari.beneficiary.survey;

import java.util.Optional;
import java.util.UUID;

/** A feature's bean that knows the subjects of one type. */
public interface SubjectDirectory {

    SubjectType type();

    /** The area where a subject is, if there is one and the caller may reach it. */
    Optional<String> areaOf(UUID id);
}

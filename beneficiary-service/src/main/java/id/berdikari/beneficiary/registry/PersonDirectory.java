package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.survey.SubjectDirectory;
import id.berdikari.beneficiary.survey.SubjectType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Tells surveys which people there are. */
@ApplicationScoped
class PersonDirectory implements SubjectDirectory {

    private final Persons persons;

    PersonDirectory(Persons persons) {
        this.persons = persons;
    }

    @Override
    public SubjectType type() {
        return SubjectType.PERSON;
    }

    @Override
    public Optional<String> areaOf(UUID id) {
        return persons.reach(id).filter(person -> person.erasedOn() == null).map(Person::areaCode);
    }
}

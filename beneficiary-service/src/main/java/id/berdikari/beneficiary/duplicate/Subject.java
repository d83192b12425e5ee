package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.beneficiary.registry.PersonProfile;
import java.util.Set;
import java.util.stream.Collectors;

/** Somebody to be compared with many, whose names were read once. */
record Subject(PersonProfile person, SpokenName name, Set<String> housemates) {

    static Subject of(PersonProfile person) {
        return new Subject(
                person,
                SpokenName.of(person.identity().fullName()),
                person.housemates().stream()
                        .map(housemate -> SpokenName.of(housemate).sound())
                        .collect(Collectors.toSet()));
    }
}

package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tells one person from another; {@code housemates} are the names of those who live with them. */
public record PersonProfile(
        UUID id,
        Identity identity,
        @Nullable LocalDate birthDate,
        int birthYear,
        Sex sex,
        String areaCode,
        @Nullable UUID householdId,
        List<String> housemates) {

    /** Of somebody who lives nowhere yet. */
    static PersonProfile of(Person person, Identity identity) {
        var facts = person.facts();
        return new PersonProfile(
                person.id(),
                identity,
                facts.birthDate(),
                facts.birthYear(),
                facts.sex(),
                person.areaCode(),
                null,
                List.of());
    }

    public PersonOutline outline() {
        return new PersonOutline(birthDate, birthYear, sex, areaCode);
    }

    /** Silent, so that no log or error can repeat it. */
    @Override
    public String toString() {
        return "PersonProfile[" + id + "]";
    }
}

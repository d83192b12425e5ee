package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.Sex;
import java.time.LocalDate;

/** Who is nominated. */
record Candidate(Identity identity, LocalDate birthDate, Sex sex, String areaCode) {}

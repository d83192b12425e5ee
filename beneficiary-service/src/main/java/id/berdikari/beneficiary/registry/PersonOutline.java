package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be said of somebody without opening who they are. */
public record PersonOutline(@Nullable LocalDate birthDate, int birthYear, Sex sex, String areaCode) {}

package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What each entry in the register needs: who writes it and when, from which day it holds, and that the place is theirs. */
@ApplicationScoped
class Registrar {

    private final Gazetteer gazetteer;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    Registrar(Gazetteer gazetteer, LocalDates dates, Clock clock, Caller caller) {
        this.gazetteer = gazetteer;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    Recording recording() {
        return new Recording(caller.subject(), now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return dates.today();
    }

    /** The day that a request names, or today where it names none. */
    LocalDate day(String pointer, @Nullable LocalDate given) {
        return given == null ? dates.today() : dates.past(pointer, given, null);
    }

    /** A day not before what it follows. */
    LocalDate dayAfter(String pointer, LocalDate given, @Nullable LocalDate notBefore) {
        return dates.past(pointer, given, notBefore);
    }

    void expect(Collection<String> areaCodes) {
        gazetteer.expect(areaCodes);
    }

    void requireHome(String pointer, String areaCode) {
        gazetteer.requireHome(pointer, areaCode);
        requireReach(pointer, areaCode);
    }

    void requireVillage(String pointer, String areaCode) {
        gazetteer.requireVillage(pointer, areaCode);
        requireReach(pointer, areaCode);
    }

    void requireReach(String pointer, String areaCode) {
        if (!caller.areas().reaches(areaCode)) {
            throw FieldProblem.at(pointer, "area-out-of-reach");
        }
    }
}

package id.berdikari.local.population;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes households as the file that the register imports (docs/registry.md), a line a person, without keeping them. */
public final class HouseholdList {
    private static final List<String> HEADINGS = List.of(
            "household_key",
            "since",
            "area_code",
            "address",
            "family_card",
            "household_livelihood",
            "assets",
            "causes",
            "dtsen_decile",
            "dtsen_date",
            "person_key",
            "relation",
            "full_name",
            "sex",
            "birth_date",
            "birth_year",
            "nik",
            "education",
            "marital_status",
            "livelihood",
            "wg_see",
            "wg_hear",
            "wg_walk",
            "wg_rem",
            "wg_care",
            "wg_comm");
    private static final int DOMAINS = 6;

    private HouseholdList() {}

    /** As CSV with commas and headings; the caller closes the target. */
    public static void write(Stream<Household> households, Appendable target) throws IOException {
        writeLine(HEADINGS, target);
        for (var household : (Iterable<Household>) households::iterator) {
            for (var member : household.members()) {
                writeLine(line(household, member), target);
            }
        }
    }

    private static List<String> line(Household household, Member member) {
        var line = new ArrayList<>(Arrays.asList(
                household.key(),
                household.since().toString(),
                household.areaCode(),
                household.address(),
                text(household.familyCard()),
                household.livelihood(),
                String.join(" ", household.assets()),
                String.join(" ", household.causes()),
                text(household.decile()),
                household.decile() == null ? "" : household.since().toString(),
                member.key(),
                member.relation(),
                member.fullName(),
                member.sex().name(),
                text(member.birthDate()),
                member.birthDate() == null ? Integer.toString(member.birthYear()) : "",
                text(member.nik()),
                member.education(),
                member.maritalStatus(),
                member.livelihood()));
        for (var domain = 0; domain < DOMAINS; domain++) {
            line.add(
                    member.functioning().isEmpty()
                            ? ""
                            : text(member.functioning().get(domain)));
        }
        return line;
    }

    private static void writeLine(List<String> cells, Appendable target) throws IOException {
        target.append(cells.stream().map(HouseholdList::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

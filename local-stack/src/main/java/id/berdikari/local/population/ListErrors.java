package id.berdikari.local.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is usually wrong with a list, and how often it is.
 *
 * @param peopleTwice people who stand in the list a second time, in a household of their own, written otherwise and without NIK
 * @param namesakes people who only look like somebody else: the same name, born in the same month, living in the same village, with a NIK
 * @param badNiks NIKs with a month that there is not
 * @param spoiltNiks NIKs that a spreadsheet took for an amount
 * @param unknownVillages households in a village that there is not
 */
public record ListErrors(int peopleTwice, int namesakes, int badNiks, int spoiltNiks, int unknownVillages) {
    private static final int GROWN_UP = 20;

    /** The first households of a population with these errors spread over them; who stands there twice comes at the end. */
    public Stream<Household> in(Population population, long households) {
        return Stream.concat(
                population.households(households).map(household -> spoilt(household, households)),
                IntStream.range(0, peopleTwice + namesakes)
                        .mapToObj(number -> repeated(population, households, number)));
    }

    /** So many households are refused, each for one reason. */
    public int refused() {
        return badNiks + spoiltNiks + unknownVillages;
    }

    private Household spoilt(Household household, long households) {
        for (var error = 0; error < refused(); error++) {
            if (household.number() == place(error, refused(), households)) {
                return spoilt(household, error);
            }
        }
        return household;
    }

    private Household spoilt(Household household, int error) {
        if (error < badNiks) {
            return withHead(household, head -> head.with(head.fullName(), badNik(household), head.birthDate()));
        }
        if (error < badNiks + spoiltNiks) {
            return withHead(household, head -> head.with(head.fullName(), spoiltNik(household), head.birthDate()));
        }
        var village = household.areaCode();
        return household.in(village.substring(0, village.length() - 3) + "999");
    }

    private Household repeated(Population population, long households, int number) {
        var wanted = place(number, peopleTwice + namesakes, households);
        var original = population
                .households(households)
                .skip(wanted)
                .filter(household -> !isSpoilt(household, households))
                .filter(household -> household.members().stream().anyMatch(member -> isKnownWell(member, population)))
                .findFirst()
                .orElseThrow();
        var known = original.members().stream()
                .filter(member -> isKnownWell(member, population))
                .reduce((_, last) -> last)
                .orElseThrow();
        var stranger = number < peopleTwice ? again(known) : namesake(population, households + number, known, original);
        return new Household(
                households + number,
                "%07d".formatted(households + number + 1),
                original.areaCode(),
                "Menumpang, " + original.address(),
                null,
                stranger.livelihood(),
                List.of("TELEPHONE"),
                List.of(),
                original.decile(),
                original.since(),
                original.expenditure() / original.members().size(),
                List.of(stranger));
    }

    private boolean isSpoilt(Household household, long households) {
        return IntStream.range(0, refused())
                .anyMatch(error -> household.number() == place(error, refused(), households));
    }

    private static boolean isKnownWell(Member member, Population population) {
        return member.birthDate() != null
                && member.nik() != null
                && member.fullName().contains(" ")
                && member.ageIn(population.asOf().getYear()) > GROWN_UP;
    }

    private static Member again(Member known) {
        return alone(known.with(Names.writtenOtherwise(known.fullName()), null, known.birthDate()));
    }

    private static Member namesake(Population population, long household, Member known, Household original) {
        var birth = near(Objects.requireNonNull(known.birthDate()));
        var district = original.areaCode().substring(0, 8);
        var nik = new Numbers(population.seed()).nik(household, 0, district, birth, known.sex());
        return alone(known.with(known.fullName(), nik, birth));
    }

    private static LocalDate near(LocalDate date) {
        return date.withDayOfMonth(1 + (date.getDayOfMonth() + 9) % date.lengthOfMonth());
    }

    private static Member alone(Member member) {
        return new Member(
                "1",
                "HEAD",
                member.fullName(),
                member.sex(),
                member.birthYear(),
                member.birthDate(),
                member.nik(),
                member.education(),
                member.maritalStatus(),
                member.livelihood(),
                member.functioning());
    }

    private static Household withHead(Household household, UnaryOperator<Member> change) {
        var members = new ArrayList<>(household.members());
        members.set(0, change.apply(members.getFirst()));
        return household.of(List.copyOf(members));
    }

    private static String badNik(Household household) {
        return district(household) + "011390" + "0001";
    }

    private static String spoiltNik(Household household) {
        return "%s,%sE+15"
                .formatted(
                        district(household).substring(0, 1), district(household).substring(1));
    }

    private static String district(Household household) {
        return household.areaCode().substring(0, 8).replace(".", "");
    }

    private static long place(int error, int of, long households) {
        return households * (2L * error + 1) / (2L * of);
    }
}

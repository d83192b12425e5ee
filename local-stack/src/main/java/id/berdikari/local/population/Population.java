package id.berdikari.local.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Households that could live in these villages. Each hangs on the seed and its own number alone, so that any of them can be
 * made up at any time and a million of them need no memory.
 *
 * @param villages codes of desa and kelurahan, with dots
 * @param asOf the day on which they are as they are told
 */
public record Population(long seed, List<String> villages, LocalDate asOf) {
    private static final long OF_VILLAGES = 7;
    private static final List<String> LANES = List.of(
            "Jurong Teupin",
            "Jurong Blang",
            "Jurong Lhok",
            "Jalan Malahayati",
            "Jalan Perikanan",
            "Lorong Cempaka",
            "Lorong Melati",
            "Jurong Seulanga",
            "Jalan Cut Nyak Dhien",
            "Lorong Mesjid",
            "Jurong Ujong",
            "Jalan Bypass");

    public Population {
        villages = List.copyOf(villages);
        if (villages.isEmpty()) {
            throw new IllegalArgumentException("Nobody lives in no village");
        }
    }

    /** So many households, from number 0 on. */
    public Stream<Household> households(long count) {
        return LongStream.range(0, count).mapToObj(this::household);
    }

    /** Households of so many people together; of the last one perhaps not everybody. */
    public Stream<Household> people(long count) {
        var rest = new long[] {count};
        return LongStream.iterate(0, number -> number + 1)
                .mapToObj(this::household)
                .takeWhile(_ -> rest[0] > 0)
                .map(household -> {
                    var members = household.members();
                    var taken = (int) Math.min(rest[0], members.size());
                    rest[0] -= taken;
                    return taken == members.size() ? household : household.of(members.subList(0, taken));
                });
    }

    /** The household of this number, the same whenever it is asked for. */
    public Household household(long number) {
        if (number >= Numbers.HOUSEHOLDS) {
            throw new IllegalArgumentException("Numbers are enough for " + Numbers.HOUSEHOLDS + " households");
        }
        var dice = Dice.of(seed, number);
        var village = village(dice);
        var origin = Means.origin(character(village), dice);
        var kin = Kin.household(dice);
        var members = new ArrayList<Member>();
        for (var place = 0; place < kin.size(); place++) {
            members.add(member(number, place, kin.get(place), village, origin, dice));
        }
        var means = Means.of(origin, members, dice);
        var livelihood = members.getFirst().livelihood();
        return new Household(
                number,
                "%07d".formatted(number + 1),
                village,
                dice.anyOf(LANES) + " No. " + (number % 900 + 1),
                dice.falls(0.04)
                        ? null
                        : new Numbers(seed).familyCard(number, district(village), asOf.getYear() - dice.between(1, 12)),
                livelihood.equals("NOT_WORKING") ? "REMITTANCES" : livelihood,
                means.assets(livelihood, dice),
                means.causes(members, asOf.getYear(), dice),
                means.decile(dice),
                asOf,
                means.expenditure(members.size()),
                List.copyOf(members));
    }

    private Member member(long number, int place, Kin kin, String village, double origin, Dice dice) {
        var year = asOf.getYear() - 1 - kin.age();
        var numbers = new Numbers(seed);
        var birth = numbers.birthDate(number, place, year);
        var hasPapers = !dice.falls(kin.age() > 70 ? 0.12 : kin.age() < 2 ? 0.3 : 0.01);
        var schooling = Schooling.of(kin.age(), origin, dice);
        var functioning = Functioning.of(kin.age(), dice);
        var isDisabled = functioning.stream().anyMatch(answer -> answer >= 3);
        return new Member(
                Integer.toString(place + 1),
                kin.relation(),
                Names.of(kin.sex(), year, dice),
                kin.sex(),
                year,
                hasPapers || dice.falls(0.5) ? birth : null,
                hasPapers ? numbers.nik(number, place, registeredIn(village, dice), birth, kin.sex()) : null,
                schooling.finished(),
                kin.maritalStatus(),
                Work.of(kin, schooling, isDisabled, dice),
                functioning);
    }

    /** Some villages are larger than others. */
    private String village(Dice dice) {
        var one = dice.anyOf(villages);
        return size(one) < dice.between(0, 99) ? dice.anyOf(villages) : one;
    }

    private String registeredIn(String village, Dice dice) {
        return district(dice.falls(0.12) ? dice.anyOf(villages) : village);
    }

    private int size(String village) {
        return (int) Math.floorMod(Dice.mixed(OF_VILLAGES, village.hashCode()), 100L);
    }

    /** Poorer villages are below zero. */
    private double character(String village) {
        return Dice.of(OF_VILLAGES, village.hashCode()).spread();
    }

    private static String district(String village) {
        return village.substring(0, 8);
    }
}

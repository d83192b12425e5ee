package id.berdikari.acceptance;

import java.util.List;
import java.util.Locale;

/** A kind of help, with a person of Banyumas who needs it. The names are made up. */
record Help(
        String programType,
        Candidate candidate,
        String alias,
        String publicStory,
        String reason,
        long need,
        List<Item> items) {

    /** Whom a nomination is about. */
    record Candidate(String name, String sex, String birthDate, String livelihood) {}

    /** What is handed over, and what it cost in rupiah. */
    record Item(String description, long cost) {}

    private static final List<Help> ALL = List.of(
            new Help(
                    "MOBILITY_AID",
                    new Candidate("Sutinah", "FEMALE", "1958-03-14", "Sells brooms on foot through the villages"),
                    "Ibu Melati",
                    "Sells brooms on foot every morning. Since a fall every step hurts; a walking aid would keep her going.",
                    "Walks with great difficulty since a fall",
                    1_850_000,
                    List.of(
                            new Item("A pair of crutches, size M", 1_475_000),
                            new Item("Rubber tips and fitting", 250_000))),
            new Help(
                    "BUSINESS_CAPITAL",
                    new Candidate("Karsono", "MALE", "1971-08-02", "Fries and sells snacks at the roadside"),
                    "Pak Cempaka",
                    "Fries snacks at the roadside. With a second wok and a cart the stall could feed a family of four.",
                    "Works with a borrowed wok",
                    3_000_000,
                    List.of(
                            new Item("Cart with a gas stove", 2_000_000),
                            new Item("Wok and first ingredients", 850_000))),
            new Help(
                    "HEALTH_INSURANCE",
                    new Candidate("Rasiyem", "FEMALE", "1949-11-27", "Weaves bamboo baskets at home"),
                    "Mbah Kenanga",
                    "Weaves baskets for the market and has no insurance. One year of contributions takes the fear away.",
                    "Not in the national health insurance",
                    600_000,
                    List.of(new Item("Contributions for twelve months", 504_000))),
            new Help(
                    "HOUSE_RENOVATION",
                    new Candidate("Wiryo", "MALE", "1955-05-19", "Repairs bicycles in front of the house"),
                    "Pak Flamboyan",
                    "Repairs bicycles and lives under a roof that leaks on his tools. It can be mended in two stages.",
                    "The roof leaks and one wall leans",
                    12_500_000,
                    List.of(
                            new Item("First stage: roof frame and tiles", 7_600_000),
                            new Item("Second stage: wall", 4_300_000))),
            new Help(
                    "RICE_SHARING",
                    new Candidate("Tumirah", "FEMALE", "1944-01-08", "Gathers and sells banana leaves"),
                    "Mbah Anggrek",
                    "Gathers banana leaves and raises two grandchildren. Rice for three months lets them finish the school year.",
                    "Raises two grandchildren alone",
                    750_000,
                    List.of(new Item("Rice, 45 kg", 630_000))),
            new Help(
                    "SOCIAL_SERVICE",
                    new Candidate("Daryati", "FEMALE", "1962-09-30", "Washes clothes for neighbours"),
                    "Ibu Teratai",
                    "Washes clothes for neighbours and can hardly see the stains any more. Glasses would bring the work back.",
                    "Can hardly see what is near",
                    900_000,
                    List.of(new Item("Eye examination and glasses", 780_000))));

    /** The six kinds, the one that is shown in full detail first. */
    static List<Help> all() {
        return ALL;
    }

    static Help mobilityAid() {
        return ALL.getFirst();
    }

    /** A renovation is handed over stage by stage, everything else at once. */
    List<List<Item>> handOvers() {
        return programType.equals("HOUSE_RENOVATION")
                ? items.stream().map(List::of).toList()
                : List.of(items);
    }

    String inWords() {
        return programType.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return programType;
    }
}

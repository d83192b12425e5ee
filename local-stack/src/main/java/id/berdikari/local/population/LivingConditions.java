package id.berdikari.local.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a household answers to the questionnaire rumah-tangga-5x2, by question, as a phone sends it: everything is text. */
final class LivingConditions {
    private static final long OF_SURVEYS = 0x5375_7276_6579L;
    private static final int UNDER_FIVE = 5;
    private static final int GROWN_UP = 19;
    private static final double USUAL_PER_HEAD = 1_130_000;
    private static final List<String> DOMAINS =
            List.of("wg_lihat", "wg_dengar", "wg_jalan", "wg_ingat", "wg_rawat", "wg_bicara");
    private static final Map<String, String> ASSETS =
            Map.of("BICYCLE", "sepeda", "MOTORBIKE", "motor", "TELEPHONE", "hp", "REFRIGERATOR", "kulkas");

    private final Household household;
    private final int year;
    private final Dice dice;
    private final Map<String, String> answers = new LinkedHashMap<>();

    private LivingConditions(Household household, long seed) {
        this.household = household;
        this.year = household.since().getYear();
        this.dice = Dice.of(seed ^ OF_SURVEYS, household.number());
    }

    /** Answers by the path of their question in the form. */
    static Map<String, String> of(Household household, long seed) {
        return new LivingConditions(household, seed).answer();
    }

    private Map<String, String> answer() {
        answers.put("persetujuan", "OK");
        answerWho();
        answerHealth();
        answerSchool();
        answerHouse();
        answerWork();
        answerFunctioning();
        return answers;
    }

    private void answerWho() {
        var head = household.head();
        answers.put("identitas/nama_kepala", head.fullName());
        if (head.birthDate() != null) {
            answers.put("identitas/lahir_kepala", head.birthDate().toString());
        }
        answers.put(
                "identitas/jumlah_anggota", Integer.toString(household.members().size()));
        answers.put("identitas/jumlah_balita", Long.toString(underFive()));
        answers.put("pengeluaran_sebulan", Long.toString(household.expenditure()));
    }

    private void answerHealth() {
        if (underFive() > 0) {
            put("kesehatan/balita_kurang_gizi", yes(0.14));
        }
        put("kesehatan/sakit_mengganggu", yes(0.16));
    }

    private void answerSchool() {
        var years = household.members().stream()
                .filter(member -> member.ageIn(year) >= GROWN_UP)
                .mapToInt(member -> Schooling.years(member.education()))
                .max();
        put("pendidikan/lama_sekolah", Integer.toString(years.orElse(0)));
        var children = household.members().stream()
                .filter(member -> member.ageIn(year) >= 7 && member.ageIn(year) <= 18)
                .toList();
        put("pendidikan/ada_anak_7_18", children.isEmpty() ? "tidak" : "ya");
        if (!children.isEmpty()) {
            var isOneOut =
                    children.stream().anyMatch(child -> !child.livelihood().equals("STUDY"));
            put("pendidikan/anak_tidak_sekolah", isOneOut ? "ya" : "tidak");
        }
    }

    private void answerHouse() {
        put("rumah/atap", oneOf(0.03, "daun", 0.25, "genteng", "seng"));
        put("rumah/lantai", oneOf(0.04, "tanah", 0.12, "papan", "keramik"));
        put("rumah/dinding", oneOf(0.03, "bambu", 0.22, "kayu", "tembok"));
        var area = Math.clamp(Math.round(52 * Math.sqrt(wealth()) + 14 * dice.spread()), 9, 300);
        put("rumah/luas_lantai", area + ".0");
        put("standar_hidup/air_minum", oneOf(0.04, "sungai", 0.11, "tak_terlindung", "ledeng"));
        put("standar_hidup/bahan_bakar", oneOf(0.13, "kayu", 0.03, "minyak", "gas"));
    }

    private void answerWork() {
        put(
                "perlindungan/pekerjaan_kepala",
                switch (household.head().livelihood()) {
                    case "EMPLOYEE" -> "tetap";
                    case "CASUAL_LABOUR", "FARM_LABOUR", "DOMESTIC_WORK", "WASTE_PICKING" -> "lepas";
                    case "NOT_WORKING", "HOMEMAKING", "PENSION", "ASSISTANCE", "STUDY", "REMITTANCES" -> "tidak";
                    default -> "usaha";
                });
        put("perlindungan/jaminan_kesehatan", dice.falls(0.9 - less(0.12)) ? "ya" : "tidak");
        var assets = new ArrayList<String>();
        household.assets().stream().map(ASSETS::get).filter(Objects::nonNull).forEach(assets::add);
        if (!assets.isEmpty()) {
            put("perlindungan/aset", String.join(" ", assets));
        }
    }

    private void answerFunctioning() {
        var asked = household.head().functioning();
        for (var domain = 0; domain < DOMAINS.size(); domain++) {
            put("wgss/" + DOMAINS.get(domain), asked.isEmpty() ? "1" : Integer.toString(asked.get(domain)));
        }
    }

    private void put(String path, String answer) {
        answers.put(path, answer);
    }

    private long underFive() {
        return household.members().stream()
                .filter(member -> member.ageIn(year) <= UNDER_FIVE)
                .count();
    }

    /** Expenditure per head as a multiple of the usual one. */
    private double wealth() {
        return household.expenditure() / USUAL_PER_HEAD / household.members().size();
    }

    /** The same share for a usual household, up to three times as much for a poor one, less for others. */
    private double less(double share) {
        return share * Math.clamp(Math.pow(wealth(), -1.7), 0.15, 3.2);
    }

    private String yes(double share) {
        return dice.falls(less(share)) ? "ya" : "tidak";
    }

    private String oneOf(double worstShare, String worst, double middleShare, String middle, String usual) {
        return switch (dice.which(less(worstShare), less(middleShare))) {
            case 0 -> worst;
            case 1 -> middle;
            default -> usual;
        };
    }
}

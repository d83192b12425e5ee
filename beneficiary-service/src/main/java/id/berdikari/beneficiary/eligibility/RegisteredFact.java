package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.expression.FactType;
import id.berdikari.beneficiary.expression.ValueType;
import id.berdikari.beneficiary.expression.Vocabulary;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.registry.Asset;
import id.berdikari.beneficiary.registry.Education;
import id.berdikari.beneficiary.registry.Livelihood;
import id.berdikari.beneficiary.registry.MaritalStatus;
import id.berdikari.beneficiary.registry.PovertyCause;
import id.berdikari.beneficiary.wording.Wording;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule may read. Whatever nobody has written down is unknown; an empty list says that nobody has. */
enum RegisteredFact {
    TODAY("today", ValueType.DATE, null, null, "Hari penilaian", "The day of the evaluation"),
    AREA("household.areaCode", ValueType.TEXT, null, null, "Kode wilayah tempat tinggal", "Where it lives"),
    SIZE("household.size", ValueType.INTEGER, null, "people", "Jumlah anggota yang hidup", "Living members"),
    UNDER_FIVE("household.underFive", ValueType.INTEGER, null, "people", "Anggota di bawah 5 tahun", "Members under 5"),
    CHILDREN("household.children", ValueType.INTEGER, null, "people", "Anggota di bawah 18 tahun", "Members under 18"),
    ELDERLY(
            "household.elderly",
            ValueType.INTEGER,
            null,
            "people",
            "Anggota 60 tahun ke atas",
            "Members of 60 and older"),
    HAS_DISABLED(
            "household.hasDisabledMember",
            ValueType.BOOLEAN,
            null,
            null,
            "Ada anggota penyandang disabilitas menurut Washington Group; tidak diketahui bila belum ada yang diketahui dan"
                    + " seorang anggota dari 5 tahun ke atas belum ditanya",
            "Whether a member is disabled by the Washington Group's rule; unknown where none is known to be and a member"
                    + " of 5 or older was not asked"),
    HOUSEHOLD_LIVELIHOOD(
            "household.livelihood",
            ValueType.TEXT,
            "Livelihood",
            null,
            "Sumber penghidupan utama",
            "What it lives on for the most part"),
    ASSETS("household.assets", ValueType.TEXTS, "Asset", null, "Yang dimiliki", "What it owns"),
    CAUSES("household.causes", ValueType.TEXTS, "PovertyCause", null, "Penyebab kemiskinan", "Why it is poor"),
    DECILE(
            "household.decile",
            ValueType.INTEGER,
            null,
            "decile, 1 the poorest",
            "Desil kesejahteraan DTSEN",
            "The welfare decile of DTSEN"),
    DECILE_DATE(
            "household.decileDate", ValueType.DATE, null, null, "Tanggal data desil", "As of which day the decile is"),
    HEAD_AGE(
            "head.age",
            ValueType.INTEGER,
            null,
            "years",
            "Umur kepala keluarga; paling banyak setahun terlalu tua bila hanya tahun lahir yang diketahui",
            "Age of the head; at most a year too high where only the year of birth is known"),
    HEAD_SEX("head.sex", ValueType.TEXT, "Sex", null, "Jenis kelamin kepala keluarga", "Sex of the head"),
    HEAD_EDUCATION(
            "head.education", ValueType.TEXT, "Education", null, "Pendidikan kepala keluarga", "Education of the head"),
    HEAD_MARITAL_STATUS(
            "head.maritalStatus",
            ValueType.TEXT,
            "MaritalStatus",
            null,
            "Status perkawinan kepala keluarga",
            "Marital status of the head"),
    HEAD_LIVELIHOOD(
            "head.livelihood",
            ValueType.TEXT,
            "Livelihood",
            null,
            "Pekerjaan kepala keluarga",
            "Livelihood of the head"),
    HEAD_DISABLED(
            "head.disabled",
            ValueType.BOOLEAN,
            null,
            null,
            "Kepala keluarga penyandang disabilitas menurut Washington Group",
            "Whether the head is disabled by the Washington Group's rule");

    static final Map<String, List<String>> CODES = codes();

    static final Vocabulary VOCABULARY = Vocabulary.ofFacts(
            Stream.of(values()).collect(Collectors.toMap(RegisteredFact::key, RegisteredFact::type)), CODES);

    private final String key;
    private final ValueType type;
    private final @Nullable String codes;
    private final @Nullable String unit;
    private final String indonesian;
    private final String english;

    RegisteredFact(
            String key,
            ValueType type,
            @Nullable String codes,
            @Nullable String unit,
            String indonesian,
            String english) {
        this.key = key;
        this.type = type;
        this.codes = codes;
        this.unit = unit;
        this.indonesian = indonesian;
        this.english = english;
    }

    String key() {
        return key;
    }

    FactType type() {
        return new FactType(type, codes);
    }

    @Nullable
    String unit() {
        return unit;
    }

    Wording description() {
        return new Wording(indonesian, english);
    }

    private static Map<String, List<String>> codes() {
        Function<Enum<?>[], List<String>> names =
                values -> Arrays.stream(values).map(Enum::name).toList();
        var codes = new LinkedHashMap<String, List<String>>();
        codes.put("Livelihood", names.apply(Livelihood.values()));
        codes.put("Asset", names.apply(Asset.values()));
        codes.put("PovertyCause", names.apply(PovertyCause.values()));
        codes.put("Sex", names.apply(Sex.values()));
        codes.put("Education", names.apply(Education.values()));
        codes.put("MaritalStatus", names.apply(MaritalStatus.values()));
        return codes;
    }
}

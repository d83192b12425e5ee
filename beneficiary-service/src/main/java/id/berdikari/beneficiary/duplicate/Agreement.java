package id.berdikari.beneficiary.duplicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far two records agree in one trait, and how much that tells. By Fellegi and Sunter (A Theory for Record Linkage,
 * Journal of the American Statistical Association 64, 1969) the weight of an agreement is log2(m/u): m is how often it is
 * found between two records of one person, u how often between records of two people. Here m and u are judged, not
 * estimated; the labelled sample of the tests holds them to what they find. Weights are kept in tenths of a bit.
 */
@Schema(name = "DuplicateAgreement")
enum Agreement {
    NIK_SAME(Trait.NIK, 0.98, 0.0000001),
    /** One digit differs or two neighbours are swapped; not in the serial, by which brothers and sisters differ. */
    NIK_ONE_SLIP(Trait.NIK, 0.01, 0.001),
    /** Often so even of one person: who gives the same number again is refused and never gets here. */
    NIK_DIFFERENT(Trait.NIK, 0.05, 0.998),
    NIK_UNKNOWN(Trait.NIK, 1, 1),

    NAME_SAME(Trait.NAME, 0.60, 0.0016),
    /** Similarity of at least 0.92 with as many words, or written as one. */
    NAME_CLOSE(Trait.NAME, 0.22, 0.003),
    /** Similarity of at least 0.85 with as many words. */
    NAME_SIMILAR(Trait.NAME, 0.10, 0.0125),
    /** All words of the shorter name are in the longer one. What follows bin or binti counts where both have it. */
    NAME_PART(Trait.NAME, 0.06, 0.01),
    NAME_DIFFERENT(Trait.NAME, 0.02, 0.97),

    BIRTH_SAME_DATE(Trait.BIRTH, 0.70, 0.0007),
    /** Two of day, month and year agree, or day and month are swapped. */
    BIRTH_NEAR_DATE(Trait.BIRTH, 0.12, 0.005),
    /** The year agrees; a date is not known, or is one of those that offices write for it, such as 31 December. */
    BIRTH_SAME_YEAR(Trait.BIRTH, 0.60, 0.017),
    /** Up to two years apart where a date is not known, up to one where both are. */
    BIRTH_CLOSE_YEAR(Trait.BIRTH, 0.25, 0.06),
    BIRTH_DIFFERENT(Trait.BIRTH, 0.05, 0.90),

    SEX_SAME(Trait.SEX, 0.99, 0.50),
    SEX_DIFFERENT(Trait.SEX, 0.01, 0.50),

    PLACE_SAME_VILLAGE(Trait.PLACE, 0.60, 0.10),
    PLACE_SAME_DISTRICT(Trait.PLACE, 0.20, 0.10),
    PLACE_ELSEWHERE(Trait.PLACE, 0.20, 0.80),

    /** They live with people whose names sound the same: the whole household may be registered twice. */
    HOUSEHOLD_ALIKE(Trait.HOUSEHOLD, 0.40, 0.0125),
    /** In one household people are counted together; twins live there. */
    HOUSEHOLD_SAME(Trait.HOUSEHOLD, 0.10, 0.20),
    HOUSEHOLD_UNKNOWN(Trait.HOUSEHOLD, 1, 1),

    PHONE_SAME(Trait.PHONE, 0.40, 0.01),
    PHONE_DIFFERENT(Trait.PHONE, 0.50, 0.98),
    PHONE_UNKNOWN(Trait.PHONE, 1, 1);

    private static final int TENTHS = 10;

    private final Trait trait;
    private final int weight;

    Agreement(Trait trait, double amongSame, double amongOthers) {
        this.trait = trait;
        this.weight = Math.toIntExact(Math.round(TENTHS * Math.log(amongSame / amongOthers) / Math.log(2)));
    }

    Trait trait() {
        return trait;
    }

    /** In tenths of a bit; negative where it speaks against one person. */
    int weight() {
        return weight;
    }
}

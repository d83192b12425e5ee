package id.berdikari.beneficiary.registry;

/** What somebody, or a household for the most part, lives on. Coded, so that it can be counted and tells nobody's name. */
public enum Livelihood {
    FARMING,
    FARM_LABOUR,
    FISHING,
    LIVESTOCK,
    CASUAL_LABOUR,
    SMALL_TRADE,
    CRAFTS,
    TRANSPORT,
    DOMESTIC_WORK,
    WASTE_PICKING,
    EMPLOYEE,
    HOMEMAKING,
    STUDY,
    PENSION,
    REMITTANCES,
    ASSISTANCE,
    NOT_WORKING,
    OTHER
}

package id.berdikari.beneficiary.measurement;

/** Statistics Indonesia (BPS) publishes lines for towns, for the country, and for both together. */
enum Settlement {
    URBAN,
    RURAL
}

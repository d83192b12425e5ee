package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Dwelling;

/** All that is recorded of a household besides its members. */
record HouseholdRecord(String areaCode, Dwelling dwelling, HouseholdFacts facts) {}

package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;

/** All that is recorded of a person. */
record PersonRecord(Identity identity, PersonFacts facts) {}

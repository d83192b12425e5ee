package id.berdikari.beneficiary.registry;

import java.time.Instant;

/** Who wrote something down, and when. */
record Recording(String by, Instant at) {}

package id.berdikari.beneficiary.nomination;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sent a nomination in. Those of the public wait in a triage queue of their own. */
@Schema(name = "NominationSource")
enum Source {
    STAFF,
    PARTNER,
    PUBLIC
}

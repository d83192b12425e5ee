package id.berdikari.beneficiary.duplicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In what two records are compared. */
@Schema(name = "DuplicateTrait")
enum Trait {
    NIK,
    NAME,
    BIRTH,
    SEX,
    PLACE,
    HOUSEHOLD,
    PHONE
}

package id.berdikari.beneficiary.profile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ProfileHiding", description = "What is hidden of a row: nothing, what it says of the poor, or all")
enum Hiding {
    NOTHING,
    POOR,
    ALL
}

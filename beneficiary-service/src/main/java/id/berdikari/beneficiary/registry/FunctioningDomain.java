package id.berdikari.beneficiary.registry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The domains of the Washington Group Short Set: seeing, hearing, walking, remembering, self-care, communicating. */
@Schema(name = "FunctioningDomain")
public enum FunctioningDomain {
    SEE,
    HEAR,
    WALK,
    REM,
    CARE,
    COMM
}

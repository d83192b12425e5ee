package id.berdikari.kit.audit;

import id.berdikari.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an auditor check that nobody touched the audit log. */
@Path("/api/v1/audit")
@Tag(name = "operations")
@RolesAllowed(Roles.AUDITOR)
class AuditResource {

    private final AuditVerification verification;
    private final AuditSealer sealer;

    AuditResource(AuditVerification verification, AuditSealer sealer) {
        this.verification = verification;
        this.sealer = sealer;
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyAuditLog",
            summary = "Check the audit log against its chain and its anchors",
            description =
                    "Seals what is new, walks the whole chain and names the first flip, deletion, swap or truncation.")
    public AuditVerification.Result verify() {
        sealer.seal();
        return verification.verify();
    }
}

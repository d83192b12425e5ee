package id.berdikari.beneficiary.imports;

import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.registry.BulkExtract;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/exports")
@Tag(name = "imports")
@RunOnVirtualThread
class ExportResource {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record ExportRequest(
            @NotNull @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$") @Schema(examples = "33.02.27")
            String areaCode,

            @NotNull
            @Schema(examples = "CORRECTION", description = "Why names and whole numbers of all these people are needed")
            DisclosureReason reason) {}

    private final BulkExtract register;
    private final HouseholdExport export;

    ExportResource(BulkExtract register, HouseholdExport export) {
        this.register = register;
        this.export = export;
    }

    @POST
    @Path("/households.csv")
    @Produces("text/csv;charset=utf-8")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "exportHouseholdsAsCsv",
            summary = "Download an area's households and persons as CSV",
            description =
                    "In the columns of an import, one row a person, with whole numbers; recorded with its reason. A cell"
                            + " that begins like a formula has an apostrophe before it.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples =
                                                    "household_key,since,area_code\r\n0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f,2026-01-20,33.02.27.1001")))
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"households.csv\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public StreamingOutput csv(@Valid @NotNull ExportRequest request) {
        var reach = register.open(request.areaCode(), request.reason());
        return output -> export.writeCsv(reach, output);
    }

    @POST
    @Path("/households.xlsx")
    @Produces(WORKBOOK)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "exportHouseholdsAsWorkbook",
            summary = "Download an area's households and persons as a workbook",
            description = "As the CSV file; its cells are text.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"households.xlsx\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public StreamingOutput workbook(@Valid @NotNull ExportRequest request) {
        var reach = register.open(request.areaCode(), request.reason());
        return output -> export.writeWorkbook(reach, output);
    }
}

package id.berdikari.beneficiary.imports;

import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/imports")
@Tag(name = "imports")
@RunOnVirtualThread
class ImportResource {

    record AnnounceImportRequest(
            @NotNull @Schema(examples = "CSV") RegisterImport.Format format,

            @NotNull
            @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
            @Schema(
                    examples = "DTSEN-2026",
                    description =
                            "Whose keys the file uses. A later file of the same source corrects what this one brought")
            String source,

            @NotNull @Min(1) @Schema(examples = "20480", description = "Of the file, in bytes")
            Long size) {}

    private final Importing importing;
    private final RegisterImports imports;
    private final Findings findings;
    private final FindingsReport report;
    private final Cursors cursors;

    ImportResource(
            Importing importing, RegisterImports imports, Findings findings, FindingsReport report, Cursors cursors) {
        this.importing = importing;
        this.imports = imports;
        this.findings = findings;
        this.report = report;
        this.cursors = cursors;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "announceImport",
            summary = "Announce a file of households and persons",
            description =
                    "Then send it in parts of one mebibyte, check it, and run it. docs/registry.md describes the columns.")
    @APIResponse(
            responseCode = "201",
            description = "Announced; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> announce(@Valid @NotNull AnnounceImportRequest request) {
        var announced = importing.announce(request.format(), request.source(), request.size());
        return RestResponse.ResponseBuilder.<ImportView>created(URI.create("/api/v1/imports/" + announced.id()))
                .entity(view(announced))
                .build();
    }

    @PUT
    @Path("/{id}/parts/{number}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "sendImportPart",
            summary = "Send a part of the file",
            description =
                    "Numbered from 0; 1,048,576 bytes each, the last one what remains. In any order, and again where the"
                            + " connection broke.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public ImportView receive(UUID id, @Parameter(example = "0") int number, byte[] content) {
        return view(importing.receive(id, number, content));
    }

    @POST
    @Path("/{id}/check")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "checkImport",
            summary = "See what the file would do, without doing it",
            description = "Every line is checked in the background; the register stays as it is.")
    public ImportView check(UUID id) {
        return view(importing.start(id, RegisterImport.Status.CHECKING));
    }

    @POST
    @Path("/{id}/run")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "runImport",
            summary = "Take the file into the register",
            description =
                    "In the background. Households with a wrong line are left out, each with its reason; the others are taken."
                            + " The same file again changes nothing.")
    public ImportView run(UUID id) {
        return view(importing.start(id, RegisterImport.Status.RUNNING));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "cancelImport",
            summary = "Stop, and delete the file",
            description = "What was taken before stays in the register.")
    public ImportView cancel(UUID id) {
        return view(importing.cancel(id));
    }

    @GET
    @RolesAllowed({Roles.VERIFIER, Roles.AUDITOR})
    @Operation(
            operationId = "listImports",
            summary = "Imports, newest first",
            description = "One's own; for auditors all.")
    public Page<ImportView> list(
            @QueryParam("status") RegisterImport.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "imports", status);
        return keyset.page(imports.list(status, keyset), RegisterImport::id, each -> ImportView.of(each, null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VERIFIER, Roles.AUDITOR})
    @Operation(
            operationId = "getImport",
            summary = "How far an import is",
            description = "Counts households, and the lines that were read.")
    public ImportView view(UUID id) {
        return view(imports.get(id));
    }

    @GET
    @Path("/{id}/findings")
    @RolesAllowed({Roles.VERIFIER, Roles.AUDITOR})
    @Operation(
            operationId = "listImportFindings",
            summary = "Why lines were refused",
            description = "In the order of the file, the first 10,000; without what the lines say.")
    public Page<Findings.Finding> findings(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var found = imports.get(id);
        var keyset = cursors.open(cursor, limit, "import-findings", id);
        return keyset.page(findings.list(found.id(), keyset), Findings.Numbered::key, Findings.Numbered::finding);
    }

    @GET
    @Path("/{id}/report")
    @Produces("text/csv;charset=utf-8")
    @RolesAllowed({Roles.VERIFIER, Roles.AUDITOR})
    @Operation(
            operationId = "downloadImportReport",
            summary = "The same as a file for a spreadsheet",
            description = "Line, column, rule and explanation.")
    @APIResponse(
            responseCode = "200",
            description = "One line a reason",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples =
                                                    "line,column,rule,detail\r\n17,nik,nik-serial,The serial is 0000")))
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"import-report.csv\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public StreamingOutput report(UUID id) {
        var found = imports.get(id);
        return output -> report.write(found.id(), output);
    }

    private ImportView view(RegisterImport found) {
        return ImportView.of(found, importing.received(found));
    }
}

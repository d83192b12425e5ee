package id.berdikari.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes into each operation who may call it and which refusals it can answer, so that no resource repeats them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("Problem", problem());
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach(CommonAnswers::complete));
    }

    private static void complete(HttpMethod method, Operation operation) {
        var roles = roles(operation);
        var secured =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        var description = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(description + "Roles: "
                + (secured ? roles.isEmpty() ? "any valid token" : String.join(", ", roles) : "none needed") + ".");
        var parameters = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of());
        if (!parameters.isEmpty() || operation.getRequestBody() != null) {
            answer(operation, "400", "The request breaks a rule; `errors` names each field and its rule");
        }
        if (secured) {
            answer(operation, "401", "No valid token");
            answer(operation, "403", "The token's roles do not allow this");
        } else {
            answer(operation, "429", "Too many requests from this address; see Retry-After");
        }
        if (parameters.stream().anyMatch(each -> each.getIn() == Parameter.In.PATH)) {
            answer(operation, "404", "Not there, or out of the caller's reach");
        }
        if (method != HttpMethod.GET) {
            answer(operation, "409", "The state does not allow this; `type` says why");
        }
        if (parameters.stream().anyMatch(each -> "If-Match".equalsIgnoreCase(each.getName()))) {
            answer(operation, "412", "Changed since it was read");
            answer(operation, "428", "If-Match is missing");
        }
        if (parameters.stream().anyMatch(each -> "Idempotency-Key".equalsIgnoreCase(each.getName()))) {
            answer(operation, "422", "The Idempotency-Key was used with another body");
        }
        answer(operation, "503", "The database is away; see Retry-After, and read again what became of a change");
    }

    private static void answer(Operation operation, String status, String description) {
        if (operation.getResponses().getAPIResponse(status) != null
                && operation.getResponses().getAPIResponse(status).getContent() != null) {
            return;
        }
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref(PROBLEM)))));
    }

    private static java.util.Set<String> roles(Operation operation) {
        var roles = new TreeSet<String>();
        if (operation.getSecurity() != null) {
            operation
                    .getSecurity()
                    .forEach(requirement -> requirement.getSchemes().values().stream()
                            .filter(Objects::nonNull)
                            .forEach(roles::addAll));
        }
        return roles;
    }

    private static org.eclipse.microprofile.openapi.models.media.Schema problem() {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.OBJECT))
                .description("A refusal, RFC 9457")
                .required(List.of("type", "title", "status"))
                .properties(Map.of(
                        "type", text("Stable code of the refusal", "/problems/invalid-request"),
                        "title", text("In Indonesian or English, by Accept-Language", "The request breaks a rule"),
                        "status",
                                OASFactory.createSchema()
                                        .type(List.of(SchemaType.INTEGER))
                                        .examples(List.of(400)),
                        "detail",
                                text(
                                        "What to do next",
                                        "Correct the fields named in errors and send the request again."),
                        "traceId",
                                text(
                                        "Names this request to support; the logs have it under the same id",
                                        "4bf92f3577b34da6a3ce929d0e0e4736"),
                        "errors",
                                OASFactory.createSchema()
                                        .type(List.of(SchemaType.ARRAY))
                                        .items(OASFactory.createSchema()
                                                .type(List.of(SchemaType.OBJECT))
                                                .required(List.of("pointer", "rule", "detail"))
                                                .properties(Map.of(
                                                        "pointer",
                                                                text(
                                                                        "JSON Pointer of the field, or a parameter's name",
                                                                        "/candidate/areaCode"),
                                                        "rule", text("Stable code of the broken rule", "area-unknown"),
                                                        "detail", text("The rule in words", "No such area"))))));
    }

    private static org.eclipse.microprofile.openapi.models.media.Schema text(
            String description, @Nullable Object example) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .description(description)
                .examples(example == null ? List.of() : List.of(example));
    }
}

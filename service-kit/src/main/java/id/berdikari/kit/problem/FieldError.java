package id.berdikari.kit.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A broken rule as a client reads it.
 *
 * @param pointer the field's JSON Pointer, or a parameter's name
 * @param rule stable code of the broken rule
 * @param detail the rule in words, in the request's language
 */
public record FieldError(
        @Schema(examples = "/candidate/areaCode") String pointer,
        @Schema(examples = "area-unknown") String rule,
        @Schema(examples = "There is no such area") String detail) {}

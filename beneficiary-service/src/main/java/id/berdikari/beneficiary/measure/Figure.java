package id.berdikari.beneficiary.measure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure as it is answered. */
@Schema(description = "An exact figure, and the same as a decimal for whoever needs no more")
public record Figure(
        @Schema(
                examples = "3/8",
                pattern = "^[0-9]+(/[0-9]+)?$",
                description = "In lowest terms; whole numbers without a denominator")
        String exact,

        @Schema(
                examples = "0.375",
                pattern = "^[0-9]+([.][0-9]+)?$",
                description = "Rounded half to even to 18 significant digits, without exponent and trailing zeros:"
                        + " exact where it ends within 18 digits")
        String decimal) {

    public static Figure of(Fraction exact) {
        return new Figure(exact.toString(), exact.decimal());
    }

    /** Null where the figure is not defined. */
    public static @Nullable Figure ofDefined(@Nullable Fraction exact) {
        return exact == null ? null : of(exact);
    }
}

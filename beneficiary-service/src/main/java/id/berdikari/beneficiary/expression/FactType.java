package id.berdikari.beneficiary.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.OpaqueType;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value a fact has.
 *
 * @param codes the name of the list of codes that its texts come from; null where it has none
 */
public record FactType(ValueType type, @Nullable String codes) {

    CelType checked() {
        if (codes == null) {
            return type.type() instanceof NullableType nullable ? nullable.targetType() : type.type();
        }
        var code = OpaqueType.create(codes);
        return type == ValueType.TEXTS ? ListType.create(code) : code;
    }
}

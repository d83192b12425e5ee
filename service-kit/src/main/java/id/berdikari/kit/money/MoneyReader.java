package id.berdikari.kit.money;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Set;

/** Accepts exactly the documented shape; a number, a sign, an exponent or another currency is refused. */
class MoneyReader extends StdDeserializer<Money> {

    private static final Set<String> FIELDS = Set.of("amount", "currency");

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode json = context.readTree(parser);
        if (json.isObject()
                && json.propertyStream().allMatch(property -> FIELDS.contains(property.getKey()))
                && json.path("amount").isTextual()
                && json.path("amount").textValue().matches("[0-9]{1,15}(\\.[0-9]{1,2})?")
                && "IDR".equals(json.path("currency").textValue())) {
            return Money.rupiah(json.path("amount").textValue());
        }
        throw context.weirdStringException("", Money.class, "not money");
    }
}

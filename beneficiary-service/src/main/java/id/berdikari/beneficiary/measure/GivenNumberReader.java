package id.berdikari.beneficiary.measure;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Takes a JSON number as it is written: a double in between would round 0.1, and make 1e999 infinite. */
class GivenNumberReader extends StdScalarDeserializer<GivenNumber> {

    GivenNumberReader() {
        super(GivenNumber.class);
    }

    @Override
    public GivenNumber deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)
                || parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return new GivenNumber(parser.getText());
        }
        throw context.weirdStringException("", Number.class, "not a number");
    }
}

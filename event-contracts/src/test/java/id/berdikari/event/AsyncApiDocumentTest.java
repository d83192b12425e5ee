package id.berdikari.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncApiDocumentTest {
    private static final Path SAMPLE = Path.of("src/test/resources/asyncapi/valid.yaml");

    @Test
    void acceptsAValidDocument() throws Exception {
        assertEquals(List.of(), document(Files.readString(SAMPLE)).problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    version of another standard     | asyncapi: 3.0.0                                   | asyncapi: 2.6.0
                    unknown action                  | action: send                                      | action: publish
                    unknown field                   | defaultContentType:                               | defaultContent:
                    server without protocol         | protocol: kafka                                   | x-protocol: kafka
                    server without host             | host: localhost:9092                              | x-host: localhost:9092
                    kafka binding of a wrong type   | partitions: 6                                     | partitions: none
                    kafka binding's unknown field   | replicas: 1                                       | replicated: 1
                    payload is no schema            | required: [donationId, amount, currency]          | required: donationId
                    payload of an unknown type      | ce_subject: {type: string}                        | ce_subject: {type: text}
                    reference that leads nowhere    | $ref: '#/components/messages/donationReceived'    | $ref: '#/components/messages/donationRefunded'
                    reference to no file            | $ref: '#/components/messages/donationReceived'    | $ref: './messages.yaml#/donationReceived'
                    message not of the channel      | - $ref: '#/channels/donationEvents/messages/donationReceived' | - $ref: '#/components/messages/donationReceived'
                    """)
    void refusesABrokenDocument(String flaw, String right, String wrong) throws Exception {
        var valid = Files.readString(SAMPLE);
        assertTrue(valid.contains(right), flaw);

        var problems = document(valid.replace(right, wrong)).problems();

        assertFalse(problems.isEmpty(), flaw);
    }

    private static AsyncApiDocument document(String yaml) throws IOException {
        return new AsyncApiDocument(yaml, SAMPLE.resolveSibling(""));
    }
}

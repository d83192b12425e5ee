package id.berdikari.beneficiary.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.kit.secret.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Seals free text of a survey for the database and opens it again. */
@ApplicationScoped
class TextVault {

    private static final String PURPOSE = "survey-texts";

    private final FieldCipher cipher;
    private final ObjectMapper json;

    TextVault(FieldCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    byte[] seal(UUID survey, Map<String, String> texts) {
        return cipher.encrypt(PURPOSE, survey, written(texts));
    }

    Map<String, String> open(UUID survey, byte[] sealed) {
        try {
            return json.readValue(cipher.decrypt(PURPOSE, survey, sealed), new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("sealed texts of a survey cannot be read");
        }
    }

    /** Answers as one text, the same for the same answers. */
    String written(Map<String, ?> answers) {
        try {
            return json.writeValueAsString(new TreeMap<>(answers));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("answers of a survey cannot be written");
        }
    }
}

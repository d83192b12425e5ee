package id.berdikari.beneficiary.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.kit.problem.FieldProblem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTextPolicyTest {

    private static PublicTextPolicy policy() {
        var person = new Identity(
                "Ibu Sutinah Nu'man A. binti Dé",
                new NationalId("3302275403580001"),
                new Phone("+6281234567890"),
                "Jalan Kenangasari 5 RT 02/RW 03, Desa Purwanegara, Purwokerto Utara");
        return new PublicTextPolicy(person, List.of("Jawa Tengah", "Kabupaten Banyumas", "Purwokerto Utara"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sutinah berjualan | reveals-name",
                "cerita SUTINAHNYA kami | reveals-name",
                "Mbah Sútìnah | reveals-name",
                "nama: su​tinah | reveals-name",
                "Bu Numan | reveals-name",
                "Bu Nu’man | reveals-name",
                "hubungi 0812-3456-7890 | reveals-phone",
                "hubungi +62 (812) 3456.7890 | reveals-phone",
                "hubungi 8 1 2 3 4 5 6 7 8 9 0 | reveals-phone",
                "NIK 33.02.27.540358.0001 | reveals-nik",
                "NIK 3302 2754 0358 0001 | reveals-nik",
                "tinggal di Kenangasari | reveals-address",
                "warga Purwanegara | reveals-address"
            })
    void refusesWhatShowsThePerson(String text, String rule) {
        var refusal = assertThrows(FieldProblem.class, () -> policy().require("/publicStory", text));

        assertEquals(rule, refusal.rule());
        assertEquals("/publicStory", refusal.pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ibu Melati",
                "Seorang ibu di desa di Purwokerto Utara perlu alat bantu jalan; rumahnya dekat pasar.",
                "Ia berjualan sejak 1998 dan berusia 68 tahun.",
                "De Anu"
            })
    void allowsWhatDoesNot(String text) {
        assertDoesNotThrow(() -> policy().require("/publicStory", text));
    }
}

package id.berdikari.beneficiary.measurement;

import static id.berdikari.beneficiary.CaseFixtures.OTHER_DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.published;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.readyMade;

import id.berdikari.beneficiary.Body;
import java.util.UUID;

/** The questionnaires and sets that we ship, each under codes of its own, and households surveyed by them. */
public record MeasurementFixtures(String questionnaire, String instrument, String set) {
    static final String SETS = "/api/v1/dimension-sets";
    static final String SURVEYS = "/api/v1/surveys";

    /** A questionnaire that is published and by which no set measures yet. */
    public static MeasurementFixtures asking(String questionnaire) {
        var code = "rumah-tangga-" + UUID.randomUUID();
        return new MeasurementFixtures(
                published(readyMade(questionnaire).with("/code", code)), code, "set-" + UUID.randomUUID());
    }

    public static MeasurementFixtures fiveDimensions() {
        var fixtures = asking("rumah-tangga-5x2");
        fixtures.publish("indonesia-5x2");
        return fixtures;
    }

    public static MeasurementFixtures globalMpi() {
        var fixtures = asking("rumah-tangga-mpi");
        fixtures.publish("global-mpi");
        return fixtures;
    }

    /** A ready-made set that reads this questionnaire. */
    Body body(String readyMade) {
        return readyMade(readyMade).with("/code", set).with("/instrument/code", instrument);
    }

    /** Answers the set's id. */
    public String publish(String readyMade) {
        var id = post(VERIFIER, SETS, body(readyMade))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(OTHER_DECIDER, SETS + "/" + id + "/publication", "{}").then().statusCode(200);
        return id;
    }

    /** Surveys a household; answers where the survey stands. */
    public String survey(String household, Body answers, String day) {
        var survey = Body.of("{\"subject\": {\"type\": \"HOUSEHOLD\"}}")
                .with("/instrumentId", questionnaire)
                .with("/subject/id", household)
                .with("/surveyedOn", day)
                .with("/answers", answers.json());
        return SURVEYS + "/"
                + post(SURVEYOR, SURVEYS, survey)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }

    /** Answers to the questionnaire of the global MPI of a household that is deprived of nothing. */
    public static Body ofNothingDeprived() {
        return Body.of("""
                {"persetujuan": true, "kurang_gizi": "tidak", "anak_meninggal": "tidak", "tamat_enam_tahun": "ya",
                 "ada_anak_sekolah": "tidak", "bahan_bakar": "gas", "jamban": "layak", "jamban_bersama": "tidak",
                 "air_minum": "ledeng", "menit_air": 0, "listrik": "ya", "lantai": "jadi", "atap": "jadi", "dinding": "jadi",
                 "aset": ["tv", "kulkas"]}""");
    }
}

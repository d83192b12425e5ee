package id.berdikari.beneficiary.survey;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What a survey says as it stands.
 *
 * @param areaCode where its subject was when it came in
 * @param answers coded ones, as in {@link id.berdikari.beneficiary.instrument.Answers}
 */
public record SurveyState(
        UUID id,
        UUID instrumentId,
        SubjectType subjectType,
        UUID subjectId,
        String areaCode,
        LocalDate surveyedOn,
        Map<String, Object> answers) {}

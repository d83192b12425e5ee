package id.berdikari.beneficiary.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What other features ask about surveys. */
@ApplicationScoped
public class Surveys {

    private final Submissions submissions;

    Surveys(Submissions submissions) {
        this.submissions = submissions;
    }

    /** Whether there is a survey about a subject, as far as the caller may see it. */
    public boolean isAbout(UUID surveyId, SubjectType type, UUID subject) {
        return submissions
                .reach(surveyId)
                .filter(survey -> survey.isAbout(new Subject(type, subject)))
                .isPresent();
    }

    /** Forgets what people wrote in surveys about a subject; coded answers stay for statistics. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetTexts(SubjectType type, UUID id) {
        submissions.forgetTexts(new Subject(type, id));
    }
}

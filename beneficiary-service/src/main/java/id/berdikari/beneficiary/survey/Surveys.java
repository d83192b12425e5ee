package id.berdikari.beneficiary.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** How many surveys there are by an instrument about subjects of a type. */
    public int count(UUID instrumentId, SubjectType type) {
        return submissions.count(instrumentId, type);
    }

    /**
     * The next of them in the order of their ids, wherever they are. They do not change until the transaction ends.
     *
     * @param reached the last one before; null to begin
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<SurveyState> lockAfter(UUID instrumentId, SubjectType type, @Nullable UUID reached, int most) {
        submissions.takeTurn(instrumentId);
        return submissions.lockAfter(instrumentId, type, reached, most).stream()
                .map(Submission::state)
                .toList();
    }

    /** Forgets what people wrote in surveys about a subject; coded answers stay for statistics. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetTexts(SubjectType type, UUID id) {
        submissions.forgetTexts(new Subject(type, id));
    }
}

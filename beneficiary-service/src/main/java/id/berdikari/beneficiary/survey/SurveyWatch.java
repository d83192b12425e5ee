package id.berdikari.beneficiary.survey;

/** Watches what surveys say. */
public interface SurveyWatch {

    /** A survey came in, or its answers changed; called in that transaction, which already refers to the instrument. */
    void taken(SurveyState survey);
}

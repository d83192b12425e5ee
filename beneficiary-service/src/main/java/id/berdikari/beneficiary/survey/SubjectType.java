package id.berdikari.beneficiary.survey;

/** What a survey can be about. */
public enum SubjectType {
    HOUSEHOLD,
    PERSON,
    NOMINATION
}

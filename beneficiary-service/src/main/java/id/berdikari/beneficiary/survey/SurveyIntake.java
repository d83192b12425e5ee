package id.berdikari.beneficiary.survey;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.instrument.Answers;
import id.berdikari.beneficiary.instrument.Questionnaire;
import id.berdikari.beneficiary.instrument.Questionnaires;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes in surveys, each once: what is known by its key already is found again, changed or left alone. */
@ApplicationScoped
class SurveyIntake {

    private static final String SURVEY = "survey";

    /** A survey that somebody hands in. */
    record Filled(
            Subject subject,
            LocalDate surveyedOn,
            String surveyor,
            Provenance provenance,
            @Nullable String replaces,
            Map<String, ? extends @Nullable JsonNode> answers) {}

    enum Outcome {
        IMPORTED,
        CHANGED,
        UNCHANGED,
        SUPERSEDED
    }

    record Taken(Outcome outcome, Submission submission) {}

    private final Submissions submissions;
    private final Questionnaires questionnaires;
    private final Map<SubjectType, SubjectDirectory> directories = new EnumMap<>(SubjectType.class);
    private final SurveyWatch watch;
    private final TextVault vault;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    SurveyIntake(
            Submissions submissions,
            Questionnaires questionnaires,
            @All List<SubjectDirectory> directories,
            SurveyWatch watch,
            TextVault vault,
            AuditLog audit,
            LocalDates dates,
            Clock clock,
            Caller caller) {
        this.submissions = submissions;
        this.questionnaires = questionnaires;
        directories.forEach(directory -> this.directories.put(directory.type(), directory));
        this.watch = watch;
        this.vault = vault;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    /** Records a survey; the same again under the same key changes nothing, another under it is refused. */
    @Transactional
    Taken record(UUID instrumentId, Filled filled) {
        var questionnaire = questionnaires.published("/instrumentId", instrumentId);
        var known = known(filled);
        var content = content(instrumentId, questionnaire, filled);
        var areaCode = areaOf("/subject/id", filled.subject());
        if (known.isEmpty()) {
            return new Taken(Outcome.IMPORTED, enter(filled, areaCode, content));
        }
        if (!known.get().isAbout(filled.subject()) || !known.get().says(content, vault)) {
            throw SurveyProblem.SURVEY_DIFFERS.refused();
        }
        return new Taken(Outcome.UNCHANGED, known.get());
    }

    /**
     * Takes a survey from a file; a later state of one that is known replaces it, an earlier one does not. Within the
     * transaction of the file, which goes on when a survey is refused: therefore without one of its own.
     */
    Taken take(UUID instrumentId, Questionnaire questionnaire, Filled filled) {
        var content = content(instrumentId, questionnaire, filled);
        var areaCode = areaOf("/subject", filled.subject());
        var instance = filled.provenance().instance();
        var replaced = instance == null ? Optional.<Submission>empty() : submissions.onceWith(instance);
        if (replaced.isPresent()) {
            return new Taken(Outcome.SUPERSEDED, replaced.get());
        }
        var known = known(filled);
        if (known.isEmpty()) {
            return new Taken(Outcome.IMPORTED, enter(filled, areaCode, content));
        }
        return update(known.get(), filled, content);
    }

    @Transactional
    Submission correct(
            UUID id,
            @Nullable String ifMatch,
            LocalDate surveyedOn,
            Map<String, ? extends @Nullable JsonNode> answers) {
        var submission = submissions.lock(id);
        Versions.require(ifMatch, submission.version());
        var questionnaire = questionnaires.published("/instrumentId", submission.instrumentId());
        dates.past("/surveyedOn", surveyedOn, null);
        var content =
                new Submission.Content(submission.instrumentId(), surveyedOn, questionnaire.check(surveyedOn, answers));
        submissions.keep(submission.revise(submission.provenance(), content, recording(), vault));
        audit.record("correct-survey", SURVEY, id, null);
        submissions.flush();
        watch.taken(submission.state());
        return submission;
    }

    private Taken update(Submission known, Filled filled, Submission.Content content) {
        if (!known.isAbout(filled.subject())) {
            throw FieldProblem.at("/subject", "subject-differs");
        }
        if (known.says(content, vault)) {
            return new Taken(Outcome.UNCHANGED, known);
        }
        if (filled.provenance().isLaterThan(known.provenance())) {
            submissions.keep(known.revise(filled.provenance(), content, recording(), vault));
            audit.record("replace-survey", SURVEY, known.id(), null);
            submissions.flush();
            watch.taken(known.state());
            return new Taken(Outcome.CHANGED, known);
        }
        if (known.provenance().isLaterThan(filled.provenance())) {
            return new Taken(Outcome.SUPERSEDED, known);
        }
        throw FieldProblem.at("/key", "changed-without-edit");
    }

    private Submission enter(Filled filled, String areaCode, Submission.Content content) {
        var submission = new Submission(
                filled.subject(), areaCode, filled.surveyor(), filled.provenance(), content, recording(), vault);
        submissions.persistAndFlush(submission);
        audit.record("record-survey", SURVEY, submission.id(), null);
        watch.taken(submission.state());
        return submission;
    }

    private Optional<Submission> known(Filled filled) {
        var ids = Stream.of(
                        Optional.ofNullable(filled.provenance().key()),
                        Optional.ofNullable(filled.provenance().instance()),
                        Optional.ofNullable(filled.replaces()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return ids.isEmpty() ? Optional.empty() : submissions.withKey(ids);
    }

    private Submission.Content content(UUID instrumentId, Questionnaire questionnaire, Filled filled) {
        dates.past("/surveyedOn", filled.surveyedOn(), null);
        if (!questionnaires.isUsableOn(instrumentId, filled.surveyedOn())) {
            throw FieldProblem.at("/surveyedOn", "instrument-retired");
        }
        Answers answers = questionnaire.check(filled.surveyedOn(), filled.answers());
        return new Submission.Content(instrumentId, filled.surveyedOn(), answers);
    }

    private String areaOf(String pointer, Subject subject) {
        return Optional.ofNullable(directories.get(subject.type()))
                .flatMap(directory -> directory.areaOf(subject.id()))
                .orElseThrow(() -> FieldProblem.at(pointer, "subject-unknown"));
    }

    private Submission.Recording recording() {
        return new Submission.Recording(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}

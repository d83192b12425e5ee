package id.berdikari.beneficiary.survey;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.instrument.Questionnaire;
import id.berdikari.beneficiary.instrument.Questionnaires;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.FieldProblems;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in a file of surveys: each row wholly or not at all, and all good rows of the file in one transaction. */
@ApplicationScoped
class SurveyImport {

    private static final int AT_ONCE = 20;

    /** What a file is and how its rows say whom they are about. */
    record Order(
            UUID instrumentId,
            SurveyFile.Format format,
            SubjectType subjectType,
            String subjectField,
            Set<String> ignored,
            boolean isDryRun) {}

    /** What became of a row; refused if there are problems. */
    record Row(
            @Nullable String key,
            SurveyIntake.@Nullable Outcome outcome,
            @Nullable UUID surveyId,
            List<FieldProblem> problems) {}

    private final SurveyFile file;
    private final SurveyIntake intake;
    private final Questionnaires questionnaires;
    private final Submissions submissions;
    private final TransactionSynchronizationRegistry transaction;
    private final AuditLog audit;
    private final Caller caller;

    SurveyImport(
            SurveyFile file,
            SurveyIntake intake,
            Questionnaires questionnaires,
            Submissions submissions,
            TransactionSynchronizationRegistry transaction,
            AuditLog audit,
            Caller caller) {
        this.file = file;
        this.intake = intake;
        this.questionnaires = questionnaires;
        this.submissions = submissions;
        this.transaction = transaction;
        this.audit = audit;
        this.caller = caller;
    }

    @Transactional
    List<Row> take(Order order, byte[] content) {
        var questionnaire = questionnaires.published("instrumentId", order.instrumentId());
        var deliveries = file.read(order.format(), content);
        submissions.takeTurn(order.instrumentId());
        var rows = new ArrayList<Row>();
        for (var delivery : deliveries) {
            rows.add(row(order, questionnaire, delivery));
            if (rows.size() % AT_ONCE == 0) {
                submissions.letGo();
            }
        }
        audit.record("import-surveys", "survey-instrument", order.instrumentId(), null);
        if (order.isDryRun()) {
            transaction.setRollbackOnly();
        }
        return rows;
    }

    private Row row(Order order, Questionnaire questionnaire, Delivery delivery) {
        var key = delivery.provenance().key();
        try {
            var taken = intake.take(order.instrumentId(), questionnaire, filled(order, questionnaire, delivery));
            return new Row(key, taken.outcome(), taken.submission().id(), List.of());
        } catch (FieldProblem refused) {
            return new Row(key, null, null, List.of(refused));
        } catch (FieldProblems refused) {
            return new Row(key, null, null, refused.problems());
        }
    }

    private SurveyIntake.Filled filled(Order order, Questionnaire questionnaire, Delivery delivery) {
        if (delivery.provenance().key() == null) {
            throw FieldProblem.at("/key", "required");
        }
        if (delivery.isRejected()) {
            throw FieldProblem.at("/key", "rejected-at-source");
        }
        if (delivery.surveyedOn() == null) {
            throw FieldProblem.at("/surveyedOn", "required");
        }
        var surveyor = delivery.surveyor();
        return new SurveyIntake.Filled(
                new Subject(order.subjectType(), subject(order.subjectField(), delivery)),
                delivery.surveyedOn(),
                surveyor != null && surveyor.matches("\\S{1,100}") ? surveyor : caller.subject(),
                delivery.provenance(),
                delivery.replaces(),
                answers(order, questionnaire, delivery));
    }

    private static Map<String, JsonNode> answers(Order order, Questionnaire questionnaire, Delivery delivery) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        delivery.fields().forEach((path, value) -> {
            var name = questionnaire.nameAt(path);
            if (name.isPresent()) {
                answers.put(name.get(), value.isTextual() ? questionnaire.parse(name.get(), value.textValue()) : value);
            } else if (!path.equals(order.subjectField()) && !order.ignored().contains(path)) {
                answers.put(path, value);
            }
        });
        return answers;
    }

    private static UUID subject(String field, Delivery delivery) {
        var given = delivery.fields().get(field);
        if (given == null || given.asText().isBlank()) {
            throw FieldProblem.at("/subject", "required");
        }
        try {
            return UUID.fromString(given.asText().strip());
        } catch (IllegalArgumentException malformed) {
            throw FieldProblem.at("/subject", "not-a-uuid");
        }
    }
}

package id.berdikari.beneficiary.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.expression.Condition;
import id.berdikari.beneficiary.expression.FactType;
import id.berdikari.beneficiary.expression.ValueType;
import id.berdikari.beneficiary.expression.Verdict;
import id.berdikari.beneficiary.expression.Vocabulary;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.FieldProblems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An instrument with its rules compiled, ready to judge answers. May be kept and used by many threads. */
public final class Questionnaire {

    private static final String SURVEYED_ON = "surveyed_on";

    private record Asked(
            Question question,
            Set<String> choices,
            @Nullable Condition relevant,
            @Nullable Condition constraint) {}

    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, Question> byPath = new HashMap<>();
    private final List<Scorecard> scorecards;

    private Questionnaire(List<Scorecard> scorecards) {
        this.scorecards = scorecards;
    }

    /** Compiles a definition whose fields are in order; refuses the first thing in it that does not hold together. */
    static Questionnaire of(Definition definition) {
        definition.choiceLists().forEach(Questionnaire::checkChoices);
        var vocabulary = new Vocabulary(names(definition));
        var questionnaire = new Questionnaire(definition.scorecards());
        Set<String> known = new HashSet<>(Set.of(SURVEYED_ON));
        for (var index = 0; index < definition.questions().size(); index++) {
            var question = definition.questions().get(index);
            var at = "/questions/" + index;
            var relevant = condition(at + "/relevant", question.relevant(), vocabulary, known);
            known.add(question.name());
            var constraint = condition(at + "/constraint", question.constraint(), vocabulary, known);
            var choices = choices(at + "/choices", question, definition.choiceLists());
            questionnaire.asked.put(question.name(), new Asked(question, choices, relevant, constraint));
            questionnaire.byPath.put(question.path(), question);
        }
        questionnaire.checkScorecards(definition);
        return questionnaire;
    }

    /** The question that stands at a path of groups such as {@code rumah/lantai}. */
    public Optional<String> nameAt(String path) {
        return Optional.ofNullable(byPath.get(path)).map(Question::name);
    }

    /** What a text from a file stands for as an answer to a question. */
    public JsonNode parse(String name, String text) {
        return require(name).question().type().parse(text);
    }

    /**
     * Judges answers.
     *
     * @param surveyedOn the day they were given
     * @param given answers by question; null stands for none
     * @throws FieldProblems with a problem below {@code /answers} for each answer that does not fit
     */
    public Answers check(LocalDate surveyedOn, Map<String, ? extends @Nullable JsonNode> given) {
        var judging = new Judging(surveyedOn, given);
        asked.values().forEach(judging::judge);
        given.keySet().stream()
                .filter(name -> !asked.containsKey(name))
                .forEach(name -> judging.refuse(name, "question-unknown"));
        if (!judging.problems.isEmpty()) {
            throw new FieldProblems(judging.problems);
        }
        return answers(judging.values);
    }

    /**
     * What conditions outside of it may read: {@code surveyed_on} and every answer but free text, which may name people.
     * There an answer that was not given is unknown and not null, so that nobody takes silence for a no.
     */
    public Map<String, FactType> facts() {
        Map<String, FactType> facts = new HashMap<>(Map.of(SURVEYED_ON, new FactType(ValueType.DATE, null)));
        asked.forEach((name, each) -> {
            if (each.question().type() != QuestionType.TEXT) {
                facts.put(name, new FactType(each.question().type().valueType(), null));
            }
        });
        return facts;
    }

    /**
     * The values of {@link #facts} in a survey that fits this questionnaire.
     *
     * @param coded as in {@link Answers}; a selection of several that was not answered is an empty list
     */
    public Map<String, Object> values(LocalDate surveyedOn, Map<String, Object> coded) {
        Map<String, Object> values = new HashMap<>(Map.of(SURVEYED_ON, surveyedOn));
        asked.forEach((name, each) -> {
            var answer = coded.get(name);
            if (answer != null) {
                values.put(name, each.question().type().ofCoded(answer));
            } else if (each.question().type() == QuestionType.SELECT_MANY) {
                values.put(name, List.of());
            }
        });
        return values;
    }

    /** Refuses a condition over {@link #facts} that compares a selection with what is not offered there. */
    public void requireChoices(String pointer, Condition condition) {
        condition.comparisons().forEach((name, texts) -> {
            var found = asked.get(name);
            if (found != null && found.question().type().isSelect()) {
                texts.stream()
                        .filter(text -> !found.choices().contains(text))
                        .findFirst()
                        .ifPresent(text -> {
                            throw FieldProblem.at(pointer, "expression-choice-unknown", name, text);
                        });
            }
        });
    }

    /** Whether a question is answered with a number. */
    public boolean isNumber(String name) {
        var found = asked.get(name);
        return found != null && found.question().type().isNumber();
    }

    private Answers answers(Map<String, Object> values) {
        Map<String, Object> coded = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> {
            if (value instanceof String text && require(name).question().type() == QuestionType.TEXT) {
                texts.put(name, text);
            } else {
                coded.put(name, value instanceof BigDecimal number ? number.toPlainString() : written(value));
            }
        });
        var scores = scorecards.stream().map(card -> card.score(values)).toList();
        return new Answers(coded, texts, scores);
    }

    private static Object written(Object value) {
        return value instanceof LocalDate date ? date.toString() : value;
    }

    private Asked require(String name) {
        var found = asked.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no such question");
        }
        return found;
    }

    private void checkScorecards(Definition definition) {
        Map<String, Question> questions = new HashMap<>();
        definition.questions().forEach(question -> questions.put(question.name(), question));
        Set<String> codes = new HashSet<>();
        for (var index = 0; index < scorecards.size(); index++) {
            var card = scorecards.get(index);
            if (!codes.add(card.code())) {
                throw FieldProblem.at("/scorecards/" + index + "/code", "listed-twice");
            }
            card.check("/scorecards/" + index, questions, definition.choiceLists());
        }
    }

    private static Map<String, ValueType> names(Definition definition) {
        Map<String, ValueType> names = new HashMap<>(Map.of(SURVEYED_ON, ValueType.DATE));
        for (var index = 0; index < definition.questions().size(); index++) {
            var question = definition.questions().get(index);
            var at = "/questions/" + index + "/name";
            if (!Vocabulary.isName(question.name()) || question.name().contains(".")) {
                throw FieldProblem.at(at, "question-name-impossible");
            }
            if (names.put(question.name(), question.type().valueType()) != null) {
                throw FieldProblem.at(at, "listed-twice");
            }
        }
        return names;
    }

    private static void checkChoices(String list, List<Choice> choices) {
        Set<String> names = new HashSet<>();
        for (var index = 0; index < choices.size(); index++) {
            if (!names.add(choices.get(index).name())) {
                throw FieldProblem.at("/choiceLists/" + list + "/" + index + "/name", "listed-twice");
            }
        }
    }

    private static Set<String> choices(String pointer, Question question, Map<String, List<Choice>> lists) {
        if (!question.type().isSelect()) {
            if (question.choices() != null) {
                throw FieldProblem.at(pointer, "only-for-selections");
            }
            return Set.of();
        }
        var choices = question.choices() == null ? null : lists.get(question.choices());
        if (choices == null) {
            throw FieldProblem.at(pointer, "choice-list-unknown");
        }
        return Set.copyOf(choices.stream().map(Choice::name).toList());
    }

    private static @Nullable Condition condition(
            String pointer, @Nullable String text, Vocabulary vocabulary, Set<String> known) {
        if (text == null) {
            return null;
        }
        var condition = vocabulary.condition(pointer, text);
        var later =
                condition.names().stream().filter(name -> !known.contains(name)).findFirst();
        if (later.isPresent()) {
            throw FieldProblem.at(pointer, "expression-reads-later-question", later.get());
        }
        return condition;
    }

    /** One survey's way through the questions. */
    private static final class Judging {

        private final Map<String, ? extends @Nullable JsonNode> given;
        private final Map<String, Object> known = new HashMap<>();
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Set<String> refused = new HashSet<>();
        private final List<FieldProblem> problems = new ArrayList<>();

        Judging(LocalDate surveyedOn, Map<String, ? extends @Nullable JsonNode> given) {
            this.given = given;
            known.put(SURVEYED_ON, surveyedOn);
        }

        void judge(Asked asked) {
            var question = asked.question();
            var answer = given.get(question.name());
            var relevant = asked.relevant();
            if (relevant != null && !Collections.disjoint(relevant.names(), refused)) {
                return;
            }
            if (relevant != null && relevant.test(known) != Verdict.TRUE) {
                if (!QuestionType.isEmpty(answer)) {
                    refuse(question.name(), "answer-irrelevant");
                }
            } else if (answer == null || QuestionType.isEmpty(answer)) {
                if (question.required()) {
                    refuse(question.name(), "answer-required");
                }
            } else {
                accept(asked, answer);
            }
        }

        private void accept(Asked asked, JsonNode answer) {
            var name = asked.question().name();
            var value = asked.question().type().read(answer);
            if (value == null) {
                refuse(name, "answer-not-" + kebab(asked.question().type()));
                return;
            }
            if (!isOffered(asked, value)) {
                refuse(name, "choice-unknown");
                return;
            }
            known.put(name, value);
            values.put(name, value);
            if (asked.constraint() != null && asked.constraint().test(known) == Verdict.FALSE) {
                refuse(name, "answer-breaks-constraint");
            }
        }

        void refuse(String name, String rule) {
            refused.add(name);
            var token = name.replace("~", "~0").replace("/", "~1");
            problems.add(FieldProblem.at("/answers/" + token, rule));
        }

        private static boolean isOffered(Asked asked, Object value) {
            return switch (asked.question().type()) {
                case SELECT_ONE -> asked.choices().contains((String) value);
                case SELECT_MANY -> asked.choices().containsAll((Collection<?>) value);
                case INTEGER, DECIMAL, TEXT, DATE, ACKNOWLEDGE -> true;
            };
        }

        private static String kebab(QuestionType type) {
            return type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}

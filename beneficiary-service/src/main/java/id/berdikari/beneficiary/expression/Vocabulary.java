package id.berdikari.beneficiary.expression;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import id.berdikari.kit.problem.FieldProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that conditions may use, with their types; compiles conditions. Beside CEL's own functions there are
 * {@code date("2026-01-31")} and {@code years(from, to)}, whole years between two dates. What a condition costs is bounded:
 * its length, depth and nodes when it is compiled, the steps of {@code all}, {@code exists}, {@code exists_one} and
 * {@code filter} when it is evaluated.
 */
public final class Vocabulary {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 24;
    private static final int NODES = 500;
    private static final int STEPS = 1_000;
    private static final int REGEX_SIZE = 1_000;

    private static final CelOptions LIMITS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxParseExpressionNodeCount(NODES)
            .comprehensionMaxIterations(STEPS)
            .maxRegexProgramSize(REGEX_SIZE)
            .build();

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}(\\.[A-Za-z][A-Za-z0-9_]{0,63})?");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "bool",
            "break",
            "bytes",
            "const",
            "continue",
            "date",
            "double",
            "dyn",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "int",
            "let",
            "list",
            "loop",
            "map",
            "namespace",
            "null",
            "null_type",
            "package",
            "return",
            "string",
            "true",
            "type",
            "uint",
            "var",
            "void",
            "while",
            "years");

    /** But not the function that is called on it. */
    private static final String FURTHER_WORDS = "(\\.[A-Za-z][A-Za-z0-9_]*+(?!\\s*\\())*";

    private static final Pattern UNKNOWN_NAME = Pattern.compile("undeclared reference to '([^']{1,200})'.*");

    private final Map<String, ValueType> variables;
    private final Map<String, String> constants;
    private final boolean isNullKnown;
    private final Cel cel;
    private final CelValidator literals;

    /**
     * Declares names.
     *
     * @param variables type by name, where {@link #isName} holds for each
     */
    public Vocabulary(Map<String, ValueType> variables) {
        this(
                variables,
                variables.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().type())),
                Map.of(),
                true);
    }

    /**
     * Declares facts and the codes that they may have, which are written such as {@code Education.PRIMARY}. A fact with codes
     * cannot be compared with anything else, so that a code that is not there is found when a rule is saved. A fact that is
     * not known is never compared, not even with null: whatever depends on it is unknown.
     *
     * @param codes by the name that {@link FactType#codes} gives them
     */
    public static Vocabulary ofFacts(Map<String, FactType> facts, Map<String, List<String>> codes) {
        var types = new HashMap<String, CelType>();
        var constants = new HashMap<String, String>();
        codes.forEach((list, names) -> names.forEach(code -> {
            types.put(list + "." + code, OpaqueType.create(list));
            constants.put(list + "." + code, code);
        }));
        var variables = new HashMap<String, ValueType>();
        facts.forEach((name, fact) -> {
            types.put(name, fact.checked());
            variables.put(name, fact.type());
        });
        return new Vocabulary(variables, types, constants, false);
    }

    private Vocabulary(
            Map<String, ValueType> variables,
            Map<String, CelType> types,
            Map<String, String> constants,
            boolean isNullKnown) {
        this.variables = Map.copyOf(variables);
        this.constants = Map.copyOf(constants);
        this.isNullKnown = isNullKnown;
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(LIMITS)
                .setStandardMacros(
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.FILTER)
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                "date",
                                CelOverloadDecl.newGlobalOverload(
                                        "date_string", SimpleType.TIMESTAMP, SimpleType.STRING)),
                        CelFunctionDecl.newFunctionDeclaration(
                                "years",
                                CelOverloadDecl.newGlobalOverload(
                                        "years_between", SimpleType.INT, SimpleType.TIMESTAMP, SimpleType.TIMESTAMP)))
                .addFunctionBindings(
                        CelFunctionBinding.from("date_string", String.class, Vocabulary::date),
                        CelFunctionBinding.from("years_between", Instant.class, Instant.class, Vocabulary::years))
                .setResultType(SimpleType.BOOL);
        types.forEach(builder::addVar);
        this.cel = builder.build();
        this.literals = CelValidatorFactory.standardCelValidatorBuilder(cel)
                .addAstValidators(
                        TimestampLiteralValidator.INSTANCE,
                        DurationLiteralValidator.INSTANCE,
                        RegexLiteralValidator.INSTANCE,
                        new DateLiterals())
                .build();
    }

    /** Whether something can be declared: a word, or two joined by a dot, and no word of CEL's own. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name.split("\\.", 2)[0]);
    }

    /**
     * Compiles a condition and checks its types.
     *
     * @param pointer the JSON Pointer of the field that holds the text; a {@link FieldProblem} there tells rule, line and
     *     column (both from 1) of the first slip
     * @param text the expression, up to 2,000 characters
     */
    public Condition condition(String pointer, String text) {
        var compiled = cel.compile(text);
        require(compiled, pointer, text);
        try {
            var tree = compiled.getAst();
            require(literals.validate(tree), pointer, text);
            return new Condition(
                    cel.createProgram(tree),
                    used(tree, variables),
                    used(tree, constants),
                    Comparisons.of(tree),
                    isNullKnown);
        } catch (CelValidationException | CelEvaluationException impossible) {
            throw new IllegalStateException("a checked expression does not compile", impossible);
        }
    }

    private static <T> Map<String, T> used(CelAbstractSyntaxTree tree, Map<String, T> declared) {
        var used = new TreeMap<String, T>();
        for (CelReference reference : tree.getReferenceMap().values()) {
            var declaration = declared.get(reference.name());
            if (declaration != null) {
                used.put(reference.name(), declaration);
            }
        }
        return used;
    }

    private static void require(CelValidationResult checked, String pointer, String text) {
        if (checked.hasError()) {
            throw problem(pointer, text, checked.getErrors().getFirst());
        }
    }

    private static FieldProblem problem(String pointer, String text, CelIssue issue) {
        var message = issue.getMessage();
        var line = Math.max(issue.getSourceLocation().getLine(), 1);
        var column = Math.max(issue.getSourceLocation().getColumn(), 0) + 1;
        var unknown = UNKNOWN_NAME.matcher(message);
        if (unknown.matches()) {
            return FieldProblem.at(
                    pointer, "expression-name-unknown", line, column, written(text, line, column, unknown.group(1)));
        }
        if (message.startsWith("found no matching overload")) {
            return FieldProblem.at(pointer, "expression-types-differ", line, column);
        }
        if (message.startsWith("expected type")) {
            return FieldProblem.at(pointer, "expression-not-a-condition", line, column);
        }
        if (message.contains("exceed")) {
            return FieldProblem.at(pointer, "expression-too-long", LONGEST);
        }
        if (message.contains("validation failed") || message.contains("Regex")) {
            return FieldProblem.at(pointer, "expression-value-impossible", line, column);
        }
        return FieldProblem.at(pointer, "expression-malformed", line, column);
    }

    /** CEL names only the first word of a dotted name, which may be right. */
    private static String written(String text, int line, int column, String name) {
        var rest = text.lines()
                .skip(line - 1L)
                .findFirst()
                .map(found -> found.substring(Math.min(column - 1, found.length())))
                .orElse("");
        var whole = Pattern.compile(Pattern.quote(name) + FURTHER_WORDS).matcher(rest);
        return whole.lookingAt() ? whole.group() : name;
    }

    private static Instant date(String text) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static long years(Instant from, Instant to) {
        return ChronoUnit.YEARS.between(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    }
}

package id.berdikari.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the house, over the compiled classes of every module. */
class ArchitectureTest {
    private static final String[] SERVICES = {
        "id.berdikari.beneficiary..",
        "id.berdikari.fundraising..",
        "id.berdikari.program..",
        "id.berdikari.monitoring.."
    };

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(Stream.of(
                            "event-contracts",
                            "service-kit",
                            "area-data",
                            "local-stack",
                            "beneficiary-service",
                            "fundraising-service",
                            "program-service",
                            "monitoring-service",
                            "benchmarks",
                            "acceptance-tests")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .filter(Files::isDirectory)
                    .toList());

    private static final DescribedPredicate<JavaClass> REPOSITORY = assignableTo(
                    "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
            .as("a repository");

    private static final DescribedPredicate<JavaClass> RESOURCE = DescribedPredicate.describe(
            "a resource", type -> outermost(type).getSimpleName().endsWith("Resource"));

    private static final DescribedPredicate<JavaClass> CONSUMER = DescribedPredicate.describe(
            "an event consumer", type -> outermost(type).getSimpleName().endsWith("EventsConsumer"));

    @Test
    void everyModuleIsHere() {
        assertTrue(Stream.of(SERVICES).allMatch(service -> HOUSE.stream().anyMatch(resideInAPackage(service))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beneficiary", "fundraising", "program", "monitoring"})
    void aServiceKnowsNoOther(String service) {
        var others = Stream.of(SERVICES)
                .filter(each -> !each.contains("." + service + "."))
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("id.berdikari." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("a service learns about the others only from their events")
                .check(HOUSE);
    }

    @Test
    void theContractsDependOnNothing() {
        classes()
                .that()
                .resideInAPackage("id.berdikari.event..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "id.berdikari.event..")
                .because("whoever reads our events should need nothing else")
                .check(HOUSE);
    }

    @Test
    void theKitKnowsNoDomainWord() {
        noClasses()
                .that()
                .resideInAPackage("id.berdikari.kit..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(SERVICES)
                        .or(resideInAPackage("id.berdikari.event..")
                                .and(DescribedPredicate.describe(
                                        "another than Event",
                                        type -> !type.getSimpleName().equals("Event")))))
                .because("what knows the domain belongs to a service")
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beneficiary", "fundraising", "program", "monitoring", "kit"})
    void featuresFormNoCycles(String service) {
        slices().matching("id.berdikari." + service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two features one")
                .check(HOUSE);
    }

    @Test
    void onlyResourcesSpeakHttp() {
        noClasses()
                .that(resideInAnyPackage(SERVICES).and(not(RESOURCE)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.reactive..")
                .because("HTTP, Kafka and timers share the use cases")
                .check(HOUSE);
    }

    @Test
    void onlyConsumersSpeakKafka() {
        noClasses()
                .that(resideInAnyPackage(SERVICES).and(not(CONSUMER)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.microprofile.reactive.messaging..",
                        "io.smallrye.reactive.messaging..",
                        "org.apache.kafka..")
                .because("events come in by a consumer and go out by the outbox")
                .check(HOUSE);
    }

    @Test
    void onlyRepositoriesQuery() {
        noClasses()
                .that(resideInAnyPackage(SERVICES)
                        .and(DescribedPredicate.describe(
                                "not named in the plural",
                                type -> !outermost(type).getSimpleName().endsWith("s"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus.hibernate.orm.panache..",
                        "org.hibernate",
                        "jakarta.persistence.criteria..",
                        "java.sql")
                .because("a query has one home: the repository, the plural of its root")
                .check(HOUSE);
    }

    @Test
    void policiesArePure() {
        classes()
                .that(resideInAnyPackage(SERVICES)
                        .and(DescribedPredicate.describe(
                                "policies",
                                type -> outermost(type).getSimpleName().endsWith("Policy"))))
                .should(onlyDependOnPureValues())
                .because("a rule is read and tested without clock, database and framework")
                .check(HOUSE);
    }

    @Test
    void eagerCollectionsAreSelectedApart() {
        fields().that(DescribedPredicate.describe("are eager collections", ArchitectureTest::isEagerCollection))
                .should(beSelectedApart())
                .because(
                        "to lock a joined row Hibernate 7.2 asks twice, and mixes up the answers of concurrent requests")
                .check(HOUSE);
    }

    @Test
    void whatAFeatureOwnsIsNotPublic() {
        noClasses()
                .that(resideInAnyPackage(SERVICES)
                        .and(RESOURCE.or(CONSUMER)
                                .or(REPOSITORY)
                                .or(DescribedPredicate.describe(
                                        "an entity", type -> type.isAnnotatedWith("jakarta.persistence.Entity")))))
                .and()
                .areTopLevelClasses()
                .should()
                .bePublic()
                .because("other features use the use cases")
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .that()
                .resideInAPackage("id.berdikari..")
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Mapper|Base|Common)")
                .because("such a name says how it is built, or nothing")
                .check(HOUSE);
    }

    @Test
    void collaboratorsComeByConstructor() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("a constructor shows what a class needs")
                .check(HOUSE);
    }

    @Test
    void onlyUseCasesOpenTransactions() {
        noMethods()
                .that()
                .areDeclaredInClassesThat(
                        resideInAnyPackage(SERVICES).and(RESOURCE.or(CONSUMER).or(REPOSITORY)))
                .should()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .because("the use case is the transaction, the inbox that of an event")
                .check(HOUSE);
        noClasses()
                .that(resideInAnyPackage(SERVICES).and(RESOURCE.or(CONSUMER).or(REPOSITORY)))
                .should()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .because("the use case is the transaction, the inbox that of an event")
                .check(HOUSE);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .that(resideInAnyPackage(SERVICES).or(resideInAPackage("id.berdikari.kit..")))
                .should()
                .callMethodWhere(nowWithoutClock())
                .because("what reads the machine's clock cannot be tested at another time")
                .check(HOUSE);
        noClasses()
                .that(resideInAnyPackage(SERVICES).or(resideInAPackage("id.berdikari.kit..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("java.time says whether a moment or a day is meant")
                .check(HOUSE);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        noFields()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(SERVICES).or(resideInAPackage("id.berdikari.kit.money..")))
                .should()
                .haveRawType(float.class)
                .orShould()
                .haveRawType(double.class)
                .because("a rupiah that is rounded is lost")
                .check(HOUSE);
    }

    @Test
    void everyEventGoesThroughTheInbox() {
        methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should(callTheInbox())
                .because("an event comes at least once and must take effect once")
                .check(HOUSE);
    }

    @Test
    void theAsyncApiNamesTheConsumersThereAre() throws Exception {
        var consumers = HOUSE.stream()
                .filter(CONSUMER.and(resideInAnyPackage(SERVICES)))
                .filter(type -> outermost(type).equals(type))
                .map(type -> serviceOf(type) + "-service-follows-"
                        + type.getSimpleName().replace("EventsConsumer", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        var described = new TreeSet<String>();
        try (var asyncApi = Objects.requireNonNull(ArchitectureTest.class.getResourceAsStream("/asyncapi.yaml"))) {
            new YAMLMapper().readTree(asyncApi).path("operations").forEachEntry((name, operation) -> {
                if (operation.path("action").asText().equals("receive")) {
                    described.add(name);
                }
            });
        }

        assertEquals(consumers, described);
    }

    @Test
    void everyRequestIsValidated() {
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(SERVICES).and(RESOURCE))
                .and()
                .arePublic()
                .should(validateTheirRecords())
                .because("a constraint that nobody checks is none")
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        var unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .filter(each -> each.getName().startsWith("id.berdikari"))
                .distinct()
                .filter(each -> !isNullMarked(each))
                .map(JavaPackage::getName)
                .sorted()
                .toList();

        assertEquals(List.of(), unmarked);
    }

    private static String serviceOf(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean isNullMarked(JavaPackage each) {
        return each.tryGetPackageInfo().stream()
                .flatMap(info -> info.getAnnotations().stream())
                .map(JavaAnnotation::getRawType)
                .anyMatch(type -> type.getName().equals("org.jspecify.annotations.NullMarked"));
    }

    private static DescribedPredicate<JavaMethodCall> nowWithoutClock() {
        return DescribedPredicate.describe(
                "now() without a Clock",
                call -> call.getTarget().getName().equals("now")
                        && call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.getName().equals("java.time.Clock")));
    }

    private static boolean isEagerCollection(JavaField field) {
        return Stream.of("jakarta.persistence.ElementCollection", "jakarta.persistence.OneToMany")
                .flatMap(name -> field.tryGetAnnotationOfType(name).stream())
                .anyMatch(annotation ->
                        annotation.get("fetch").map(Object::toString).orElse("").endsWith("EAGER"));
    }

    private static ArchCondition<JavaField> beSelectedApart() {
        return new ArchCondition<>("be annotated with @Fetch(SELECT)") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                var isApart = field.tryGetAnnotationOfType("org.hibernate.annotations.Fetch").stream()
                        .anyMatch(annotation -> annotation
                                .get("value")
                                .map(Object::toString)
                                .orElse("")
                                .endsWith("SELECT"));
                events.add(new SimpleConditionEvent(field, isApart, field.getFullName() + " is joined"));
            }
        };
    }

    private static ArchCondition<JavaClass> onlyDependOnPureValues() {
        return new ArchCondition<>("only depend on values") {
            @Override
            public void check(JavaClass policy, ConditionEvents events) {
                policy.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                !isPure(policy, dependency.getTargetClass().getBaseComponentType()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(policy, dependency.getDescription())));
            }
        };
    }

    /** Money and refusals are the kit's values: they bring no framework to a rule. */
    private static boolean isPure(JavaClass policy, JavaClass needed) {
        var name = needed.getPackageName();
        var isPlatform = (name.startsWith("java.") || needed.isPrimitive())
                && !needed.getName().equals("java.time.Clock")
                && !name.startsWith("java.sql");
        return isPlatform
                || name.equals(policy.getPackageName())
                || name.startsWith("org.jspecify")
                || name.equals("id.berdikari.event")
                || name.equals("id.berdikari.kit.money")
                || name.equals("id.berdikari.kit.problem");
    }

    private static ArchCondition<JavaMethod> callTheInbox() {
        return new ArchCondition<>("call Inbox.once") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var calls = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("id.berdikari.kit.inbox.Inbox")
                                && call.getTarget().getName().equals("once"));
                events.add(new SimpleConditionEvent(method, calls, method.getFullName() + " does not call Inbox.once"));
            }
        };
    }

    private static ArchCondition<JavaMethod> validateTheirRecords() {
        return new ArchCondition<>("carry @Valid on each record that they take") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getParameters().stream()
                        .filter(parameter -> parameter.getRawType().isAssignableTo(Record.class))
                        .filter(parameter -> !parameter.isAnnotatedWith("jakarta.validation.Valid"))
                        .forEach(parameter -> events.add(SimpleConditionEvent.violated(
                                method,
                                method.getFullName() + " takes "
                                        + parameter.getRawType().getSimpleName() + " without @Valid")));
            }
        };
    }
}

package be.digicatalogue;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordTable;
import be.digicatalogue.record.Schema;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.persistence.Entity;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a test can hold. */
class RulesTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("be.digicatalogue");

    private static final DescribedPredicate<JavaClass> FACES =
            simpleNameEndingWith("Resource").or(simpleNameEndingWith("Graph"));

    private static final DescribedPredicate<CanBeAnnotated> ROWS =
            CanBeAnnotated.Predicates.annotatedWith(Entity.class);

    /** What the program is about; each kind of record is at home in one of them. */
    private static final String[] FEATURES = Schema.loaded().types().stream()
            .map(type -> type.record().getPackageName())
            .distinct()
            .toArray(String[]::new);

    /** What people and other programs use of several features at once. */
    private static final String[] ABOVE_FEATURES = packages("guide", "page", "embed");

    /** How answers are written, whatever they are about. */
    private static final String[] FORMS = packages("csv", "geojson", "linked", "ogc", "dcat", "ldes");

    /** What is made for all kinds alike. */
    private static final DescribedPredicate<JavaClass> GENERAL = not(resideInAnyPackage(FEATURES))
            .and(not(resideInAnyPackage(ABOVE_FEATURES)))
            .and(not(equivalentTo(RecordTypes.class)));

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> "be.digicatalogue." + name).toArray(String[]::new);
    }

    @Test
    void packagesKnowEachOtherOneWay() {
        slices().matching("be.digicatalogue.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void formsOfAnAnswerKnowNoFeatureNorWhatStandsAboveThem() {
        noClasses()
                .that()
                .resideInAnyPackage(FORMS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(FEATURES).or(resideInAnyPackage(ABOVE_FEATURES)))
                .check(SERVICE);
    }

    @Test
    void onlyTheListOfKindsAndWhatStandsAboveFeaturesKnowsThem() {
        noClasses()
                .that(GENERAL)
                .should()
                .dependOnClassesThat(resideInAnyPackage(FEATURES).or(resideInAnyPackage(ABOVE_FEATURES)))
                .check(SERVICE);
    }

    /** Idioms of a library or of this house, which are always read with the class around them. */
    private static final Set<String> NESTED_EVERYWHERE = Set.of("Templates", "Key", "Kind", "Question");

    @Test
    void aClassNameOccursOnce() {
        var more = new ClassFileImporter()
                .importPackages("be.digicatalogue").stream()
                        .filter(type ->
                                !type.isAnonymousClass() && !type.getName().endsWith("package-info"))
                        .filter(type -> !type.isNestedClass() || !NESTED_EVERYWHERE.contains(type.getSimpleName()))
                        .collect(Collectors.groupingBy(
                                JavaClass::getSimpleName,
                                Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new))))
                        .values()
                        .stream()
                        .filter(names -> names.size() > 1)
                        .toList();
        assertEquals(List.of(), more);
    }

    @Test
    void nobodyKnowsTheRoot() {
        noClasses()
                .that()
                .resideOutsideOfPackage("be.digicatalogue")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("be.digicatalogue")
                .check(SERVICE);
    }

    /** A kind is named by its own package and by those that are built on it. */
    @Test
    void onlyItsHomeAndWhatIsBuiltOnItNamesAKind() {
        var homes = Schema.loaded().types().stream()
                .collect(Collectors.toMap(
                        type -> type.kind().name(), type -> type.record().getPackageName()));
        classes()
                .that(not(resideInAnyPackage(ABOVE_FEATURES)).and(not(equivalentTo(RecordKind.class))))
                .should(new ArchCondition<>("name only kinds that they are built on") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getFieldAccessesFromSelf().stream()
                                .filter(access -> access.getTargetOwner().isEquivalentTo(RecordKind.class))
                                .filter(access ->
                                        homes.containsKey(access.getTarget().getName()))
                                .filter(access ->
                                        !mayName(type, access.getTarget().getName(), homes))
                                .forEach(access ->
                                        events.add(SimpleConditionEvent.violated(access, access.getDescription())));
                    }
                })
                .check(SERVICE);
    }

    private static boolean mayName(JavaClass type, String kind, Map<String, String> homes) {
        // Every address names its municipality.
        return type.isEquivalentTo(Address.class) && kind.equals(RecordKind.MUNICIPALITIES.name())
                || type.getPackageName().equals(homes.get(kind))
                || type.getPackage().getClassDependenciesFromThisPackage().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().equals(homes.get(kind)));
    }

    /**
     * Nor is a kind named by the text of its address or table. Publishing checks rules of the domain; the outlines of provinces are
     * a file of their own in every dataset.
     */
    @Test
    void noGeneralPartHasTheNameOfAKindAsText() throws IOException {
        var names = Stream.concat(
                        Stream.of(RecordKind.values()).map(RecordKind::code),
                        Schema.loaded().types().stream()
                                .flatMap(type -> type.tables().stream())
                                .map(RecordTable::name))
                .distinct()
                .collect(Collectors.joining("|"));
        var literal = Pattern.compile("\"(/v1/)?(" + names + ")[\"/?.]");
        var allowed = Map.of(
                "RecordKind.java", "where records without an address of their own are found",
                "Evidence.java", "what evidence refers to",
                "Archive.java", "the outlines of provinces",
                "Draft.java", "the outlines of provinces",
                "Checks.java", "rules of the domain",
                "RecordResource.java", "the outlines of provinces",
                "FactDateRow.java", "the table that this layer has itself",
                "CitedAnswer.java", "a property of every answer to assistants");
        var general = SERVICE.stream()
                .filter(GENERAL)
                .map(type -> type.getPackageName().replace("be.digicatalogue.", ""))
                .collect(Collectors.toSet());
        try (var files = Files.walk(Path.of("src/main/java/be/digicatalogue"))) {
            var found = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (general.contains(file.getParent().getFileName().toString())
                        && !allowed.containsKey(file.getFileName().toString())
                        && literal.matcher(Files.readString(file)).find()) {
                    found.add(file.toString());
                }
            }
            assertEquals(List.of(), found);
        }
        assertEquals(RecordKind.SOURCES.code(), Evidence.SOURCES);
    }

    @Test
    void rowsStayWithTheirFeature() {
        classes()
                .that(ROWS.forSubtype())
                .should(new ArchCondition<>("be used by their own package only") {
                    @Override
                    public void check(JavaClass row, ConditionEvents events) {
                        for (var use : row.getDirectDependenciesToSelf()) {
                            if (!use.getOriginClass().getPackage().equals(row.getPackage())) {
                                events.add(SimpleConditionEvent.violated(use, use.getDescription()));
                            }
                        }
                    }
                })
                .check(SERVICE);
    }

    @Test
    void graphqlFacesDoNotBlock() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Graph")
                .should()
                .beAnnotatedWith(NonBlocking.class)
                .check(SERVICE);
    }

    /** What blocks is a resource of its own, so that one look at the class tells where its methods run. */
    @Test
    void restRunsOnTheEventLoopUnlessAWholeResourceSaysOtherwise() {
        classes()
                .that()
                .areAssignableTo(Application.class)
                .should()
                .beAnnotatedWith(NonBlocking.class)
                .check(SERVICE);
        methods()
                .that()
                .areDeclaredInClassesThat(FACES)
                .should()
                .notBeAnnotatedWith(Blocking.class)
                .check(SERVICE);
    }

    @Test
    void aFaceOnTheEventLoopWaitsForNoFileNetworkOrThread() {
        noClasses()
                .that(FACES)
                .and()
                .areNotAnnotatedWith(Blocking.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.net.http..", "java.util.concurrent", "java.util.concurrent.locks")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(SERVICE);
    }

    @Test
    void noFaceTouchesTheDatabase() {
        noClasses()
                .that(FACES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus.hibernate..", "org.hibernate..", "io.vertx.mutiny.sqlclient..", "java.sql..")
                .check(SERVICE);
    }
}

package be.digicatalogue;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import be.digicatalogue.http.Api;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import org.junit.jupiter.api.Test;

/** The rules of the house that a test can hold. */
class RulesTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("be.digicatalogue");

    private static final DescribedPredicate<JavaClass> FACES =
            simpleNameEndingWith("Resource").or(simpleNameEndingWith("Graph"));

    /** Faces and what only they use; the fields of a type live with the feature that they lead to. */
    private static final DescribedPredicate<JavaClass> FACES_AND_PARTS = FACES.or(describe(
            "parts of a face",
            type -> type.getEnclosingClass().map(FACES::test).orElse(false)
                    || type.getSimpleName().equals("Statement")));

    private static final DescribedPredicate<JavaClass> ROWS = simpleNameEndingWith("Row");

    @Test
    void belowTheFacesFeaturesDependOneWay() {
        slices().matching("be.digicatalogue.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(FACES_AND_PARTS, DescribedPredicate.alwaysTrue())
                .ignoreDependency(root(), DescribedPredicate.alwaysTrue())
                .ignoreDependency(publication(), DescribedPredicate.alwaysTrue())
                .check(SERVICE);
    }

    @Test
    void onlyFacesKnowTheCatalogue() {
        noClasses()
                .that(not(FACES_AND_PARTS))
                .and()
                .resideOutsideOfPackages(
                        "be.digicatalogue",
                        "be.digicatalogue.access",
                        "be.digicatalogue.catalogue",
                        "be.digicatalogue.csv",
                        "be.digicatalogue.dcat",
                        "be.digicatalogue.geojson",
                        "be.digicatalogue.http",
                        "be.digicatalogue.linked",
                        "be.digicatalogue.graph",
                        "be.digicatalogue.ogc",
                        "be.digicatalogue.ldes",
                        "be.digicatalogue.mcp",
                        "be.digicatalogue.page",
                        "be.digicatalogue.publication",
                        "be.digicatalogue.traffic")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("be.digicatalogue.catalogue", "be.digicatalogue.http")
                .check(SERVICE);
    }

    @Test
    void rowsStayWithTheirFeatureTheRootAndThePublisher() {
        classes()
                .that(ROWS)
                .should(new ArchCondition<>("be used by their own feature, the root and the publisher only") {
                    @Override
                    public void check(JavaClass row, ConditionEvents events) {
                        for (var use : row.getDirectDependenciesToSelf()) {
                            var user = use.getOriginClass();
                            if (!user.getPackage().equals(row.getPackage())
                                    && !root().or(publication()).test(user)) {
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

    @Test
    void restFacesDoNotBlock() {
        classes()
                .that()
                .areAssignableTo(Api.class)
                .should()
                .beAnnotatedWith(NonBlocking.class)
                .andShould()
                .notBeAnnotatedWith(Blocking.class)
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

    private static DescribedPredicate<JavaClass> root() {
        return JavaClass.Predicates.resideInAPackage("be.digicatalogue.catalogue");
    }

    private static DescribedPredicate<JavaClass> publication() {
        return JavaClass.Predicates.resideInAPackage("be.digicatalogue.publication");
    }
}

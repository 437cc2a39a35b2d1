package dev.gatehouse.app;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.app.look.Tip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The console's laws. */
@AnalyzeClasses(packages = "dev.gatehouse.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "dev.gatehouse.engine..";

    @ArchTest
    static final ArchRule a_view_model_knows_no_scene = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .or()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");

    @ArchTest
    static final ArchRule a_view_knows_no_client = noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gatehouse.app.client..", "okhttp3..", "java.net.http..");

    /** A method reference counts as much as a call. */
    @ArchTest
    static final ArchRule only_the_clock_and_the_charts_touch_the_toolkits_threads = noClasses()
            .that()
            .resideOutsideOfPackages("dev.gatehouse.app.work..", "dev.gatehouse.app.chart..")
            .should()
            .accessTargetWhere(target(name("runLater")).and(targetOwner(type(Platform.class))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(AnimationTimer.class);

    /** Main hands a command line over to the engine's; it is the program's entry, not a part of the console. */
    @ArchTest
    static final ArchRule only_local_knows_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gatehouse.app.local..")
            .and()
            .doNotHaveFullyQualifiedName("dev.gatehouse.app.Main")
            .should()
            .dependOnClassesThat(resideInAPackage(ENGINE)
                    .and(DescribedPredicate.not(resideInAPackage("dev.gatehouse.engine.model.."))));

    @ArchTest
    static final ArchRule a_name_says_the_thing =
            classes().should().haveNameNotMatching(".*(Impl|Util|Utils|Manager|Helper)");

    @ArchTest
    static final ArchRule no_dialog_is_a_window =
            noClasses().should().dependOnClassesThat().areAssignableTo(Alert.class);

    /** A plain tooltip swallows Escape. */
    @ArchTest
    static final ArchRule a_tooltip_is_a_tip = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Tip.class.getName())
            .should()
            .callConstructorWhere(targetOwner(type(Tooltip.class)));

    @ArchTest
    static final ArchRule one_stage_only = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.gatehouse.app.ConsoleApplication")
            .should()
            .dependOnClassesThat(name(Stage.class.getName()));

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        try (Stream<Path> files =
                Files.walk(Path.of(System.getProperty("gatehouse.root", "..")).resolve("app/src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            for (Path source : sources) {
                assertThat(Files.readAllLines(source)).as("%s", source).hasSizeLessThanOrEqualTo(400);
            }
        }
    }
}

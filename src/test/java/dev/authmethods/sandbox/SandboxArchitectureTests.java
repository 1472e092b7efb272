package dev.authmethods.sandbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of the sandbox, and which of them may know which. */
class SandboxArchitectureTests {

  private static final String ROOT = "dev.authmethods.sandbox";
  private static final JavaClasses SANDBOX = new ClassFileImporter().importPath(Path.of("target/sandbox-classes"));

  @Test
  void packagesFormNoCircle() {
    slices()
      .matching(ROOT + ".(*)..")
      .should()
      .beFreeOfCycles()
      .check(SANDBOX);
  }

  @Test
  void noPackageKnowsTheRoot() {
    noClasses()
      .that()
      .resideInAPackage(ROOT + ".*..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage(ROOT)
      .check(SANDBOX);
  }

  @Test
  void nothingOutsideKnowsMoreThanTheRoot() {
    noClasses()
      .that()
      .resideOutsideOfPackage(ROOT + "..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage(ROOT + ".*..")
      .check(SANDBOX);
  }

  @Test
  void theKindsOfMethodsDoNotKnowEachOther() {
    slices()
      .matching(ROOT + ".(phone|email|key|pass|password)..")
      .should()
      .notDependOnEachOther()
      .check(SANDBOX);
  }

  @Test
  void theGeneralPartKnowsNoKind() {
    noClasses()
      .that()
      .resideInAPackage(ROOT + ".method..")
      .should()
      .dependOnClassesThat(
        resideInAnyPackage(
          ROOT + ".phone..",
          ROOT + ".email..",
          ROOT + ".key..",
          ROOT + ".pass..",
          ROOT + ".password.."
        )
      )
      .check(SANDBOX);
  }

  @Test
  void packagesHoldAtMostTwentyTypes() {
    var sizes = SANDBOX.stream()
      .filter(JavaClass::isTopLevelClass)
      .filter(type -> !type.getSimpleName().equals("package-info"))
      .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(sizes.values()).allMatch(size -> size <= 20);
  }
}

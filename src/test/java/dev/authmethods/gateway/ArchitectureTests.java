package dev.authmethods.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.authmethods.gateway.error.MutationPayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What may know what, as the README draws it. */
class ArchitectureTests {

  private static final String ROOT = "dev.authmethods.gateway";
  private static final String SANDBOX = "dev.authmethods.sandbox";
  private static final Set<String> FEATURES = Set.of(
    "user",
    "methods",
    "phone",
    "email",
    "passkey",
    "accesspass",
    "removal",
    "password"
  );
  private static final Set<String> SHARED = Set.of(
    "method",
    "error",
    "refusal",
    "entra",
    "access",
    "audit",
    "change",
    "idempotency",
    "lookup",
    "read",
    "settings",
    "api"
  );

  private static final int MAX_TYPES = 20;

  /** Packages that have more types than that today: a number here may only become smaller. */
  private static final Map<String, Integer> LARGE_PACKAGES = Map.of(ROOT + ".error", 25);

  private static final JavaClasses GATEWAY = new ClassFileImporter().importPath(Path.of("target/classes"));
  private static final JavaClasses ALL = new ClassFileImporter()
    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
    .importPaths(Path.of("target/classes"), Path.of("target/sandbox-classes"));

  @Nested
  class Packages {

    @Test
    void areTheOnesThatAreListedHere() {
      var found = GATEWAY.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.equals(ROOT))
        .map(name -> name.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
        .collect(Collectors.toSet());
      assertThat(found).isEqualTo(Stream.concat(FEATURES.stream(), SHARED.stream()).collect(Collectors.toSet()));
    }

    @Test
    void formNoCycles() {
      slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(GATEWAY);
    }

    /** A face and its rooms among them, and the rooms of one package. */
    @ParameterizedTest
    @ValueSource(strings = { ROOT, SANDBOX })
    void formNoCyclesAtAnyLevel(String root) {
      slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .check(ALL);
    }

    @Test
    void importNoRoomOfAnotherPackage() {
      classes().should(stayOutOfTheRoomsOfOthers()).check(ALL);
    }

    @Test
    void haveNoMoreTypesThanAReaderCanKeepInMind() {
      var sizes = ALL.stream()
        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
      assertThat(sizes).allSatisfy((name, size) ->
        assertThat(size).as(name).isLessThanOrEqualTo(LARGE_PACKAGES.getOrDefault(name, MAX_TYPES).longValue())
      );
    }

    @Test
    void areNullMarked() {
      ALL.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .forEach(part -> assertThat(part.isAnnotatedWith(NullMarked.class)).as(part.getName()).isTrue());
    }

    @Test
    void ofTheVocabularyKnowNothingButTheJdk() {
      knowsOnly("method");
    }

    @Test
    void ofAccessKnowTheVocabularyOnly() {
      knowsOnly("access", "method");
    }

    @Test
    void ofMicrosoftsEdgeKnowTheVocabularyAndTheCaller() {
      knowsOnly("entra", "method", "access", "settings");
    }

    @Test
    void ofErrorsKnowTheVocabularyAndMicrosoftsFailures() {
      knowsOnly("error", "method", "entra");
    }

    @Test
    void ofChangesKnowNoFeatureAndNothingOfTheApi() {
      knowsOnly("change", "method", "entra", "access", "audit", "error", "lookup", "read", "idempotency", "settings");
    }

    @Test
    void ofTheAuditTrailKnowTheCallerAndTheDigestOfKeys() {
      knowsOnly("audit", "access", "idempotency", "settings");
    }

    @Test
    void ofSettingsKnowNothingElse() {
      knowsOnly("settings");
    }

    @Test
    void ofIdempotencyKnowErrorsAndTheCaller() {
      knowsOnly("idempotency", "method", "error", "access", "settings");
    }

    @Test
    void ofLookupsKnowMicrosoftsEdgeAndTheCaller() {
      knowsOnly("lookup", "method", "entra", "access");
    }

    @Test
    void ofReadsKnowErrorsAndTheCaller() {
      knowsOnly("read", "method", "error", "entra", "access", "settings");
    }

    @Test
    void ofTheApiKnowNoFeature() {
      knowsOnly("api", "change", "method", "error", "entra", "access", "lookup", "settings");
    }

    @Test
    void ofSharedRefusalsKnowErrorsAndTheVocabulary() {
      knowsOnly("refusal", "method", "error");
    }

    @ParameterizedTest
    @FieldSource("dev.authmethods.gateway.ArchitectureTests#FEATURES")
    void ofFeaturesKnowNoOtherFeature(String feature) {
      knowsOnly(feature, "method", "error", "refusal", "entra", "access", "lookup", "read", "change");
    }

    /** Kinds of methods register themselves: a package that serves all of them names none, by type or by text. */
    @ParameterizedTest
    @ValueSource(strings = { "api", "lookup", "change" })
    void thatServeEveryKindNameNone(String part) {
      noClasses()
        .that()
        .resideInAPackage(in(part))
        .should()
        .dependOnClassesThat(nameMatching(ROOT.replace(".", "\\.") + "\\.method\\.(Phone|Email|SmsSignIn)\\w*"))
        .check(GATEWAY);
      assertThat(GATEWAY.stream().filter(resideInAPackage(in(part)))).allSatisfy(type ->
        assertThat(constants(type)).as(type.getName()).doesNotContainPattern("(?i)phone|e-?mail")
      );
    }

    private static String constants(JavaClass type) {
      try {
        var file = Path.of(type.getSource().orElseThrow().getUri());
        return Files.readString(file, StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void knowsOnly(String part, String... others) {
      var known = Stream.concat(Stream.of(part), Stream.of(others))
        .map(ArchitectureTests::in)
        .toArray(String[]::new);
      noClasses()
        .that()
        .resideInAPackage(in(part))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(known))))
        .check(GATEWAY);
    }
  }

  @Nested
  class Libraries {

    @Test
    void ofMicrosoftAreKnownAtItsEdgeOnly() {
      noClasses()
        .that(areOutside("entra").and(not(nameMatching(".*\\.Entra[A-Z]\\w*"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.microsoft..", "com.azure..", "okhttp3..", "okio.."))
        .check(GATEWAY);
    }

    @Test
    void ofGraphQlAreKnownToTheApiLookupsAndControllersOnly() {
      noClasses()
        .that(
          areOutside("api")
            .and(areOutside("lookup"))
            .and(not(nameMatching(".*Controller")))
        )
        .should()
        .dependOnClassesThat(resideInAnyPackage("graphql..", "org.dataloader..", "org.springframework.graphql.."))
        .check(GATEWAY);
    }

    @Test
    void ofReactiveProgrammingAreUnknownToFeatures() {
      noClasses()
        .that(resideInAnyPackage(in("user"), in("phone"), in("method"), in("error")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("reactor..", "org.reactivestreams.."))
        .check(GATEWAY);
    }

    @Test
    void areUnknownToTheVocabulary() {
      noClasses()
        .that(resideInAPackage(in("method")))
        .should()
        .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", in("method"))))
        .check(GATEWAY);
    }
  }

  @Nested
  class TheSandbox {

    @Test
    void isUnknownToTheGateway() {
      noClasses()
        .that(resideInAPackage(ROOT + ".."))
        .should()
        .dependOnClassesThat(resideInAPackage(SANDBOX + ".."))
        .check(ALL);
    }

    @Test
    void knowsTheGatewayInItsLauncherOnly() {
      noClasses()
        .that(resideInAPackage(SANDBOX + "..").and(not(nameMatching(".*SandboxLauncher"))))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + ".."))
        .check(ALL);
    }
  }

  @Nested
  class Habits {

    @Test
    void keepControllersToThemselves() {
      classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate().check(GATEWAY);
    }

    /** What they are answered with is counted. */
    @Test
    void answerMutationsWithPayloads() {
      methods()
        .that()
        .areAnnotatedWith(MutationMapping.class)
        .should()
        .haveRawReturnType(assignableTo(MutationPayload.class))
        .check(GATEWAY);
    }

    @Test
    void inject() {
      NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(GATEWAY);
    }

    @Test
    void logThroughSlf4j() {
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(ALL);
      NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(ALL);
    }

    @Test
    void throwWhatHasAName() {
      NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(ALL);
    }

    @Test
    void nameFacts() {
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)").check(ALL);
    }

    /** Test classes run side by side: one that reads the log must run while no other writes to it. */
    @Test
    void readTheLogInTestsThatRunAlone() {
      noClasses()
        .that()
        .doNotHaveSimpleName("CapturesLog")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.boot.test.system.OutputCaptureExtension")
        .check(new ClassFileImporter().importPath(Path.of("target/test-classes")));
    }
  }

  /** A room belongs to the package above it: only that package and its other rooms may use it. */
  private static ArchCondition<JavaClass> stayOutOfTheRoomsOfOthers() {
    return new ArchCondition<>("stay out of the rooms of other packages") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type
          .getDirectDependenciesFromSelf()
          .stream()
          .filter(dependency -> isRoomOfAnother(type.getPackageName(), dependency.getTargetClass().getPackageName()))
          .forEach(dependency -> events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  private static boolean isRoomOfAnother(String from, String to) {
    var house = to.startsWith(ROOT + ".") ? ROOT : SANDBOX;
    if (!to.startsWith(house + ".")) {
      return false;
    }
    var owner = to.substring(0, to.lastIndexOf('.'));
    return !owner.equals(house) && !(from + ".").startsWith(owner + ".");
  }

  private static DescribedPredicate<JavaClass> areOutside(String part) {
    return not(resideInAPackage(in(part)));
  }

  private static String in(String part) {
    return ROOT + "." + part + "..";
  }
}

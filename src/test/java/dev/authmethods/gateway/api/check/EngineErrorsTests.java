package dev.authmethods.gateway.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.api.problem.Problem;
import dev.authmethods.gateway.api.problem.ProblemList;
import dev.authmethods.gateway.api.problem.Reason;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the engine finds in a document is told of, in the gateway's own words. */
class EngineErrorsTests {

  private static final List<ResourceBundle> LANGUAGES = Stream.of(Locale.ROOT, Locale.GERMAN)
    .map(language ->
      ResourceBundle.getBundle(
        "messages",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)
      )
    )
    .toList();

  private static ValidationError error(ValidationErrorType type) {
    return ValidationError.newValidationError()
      .validationErrorType(type)
      .sourceLocation(new SourceLocation(3, 7))
      .description("The engine's own words")
      .build();
  }

  @ParameterizedTest
  @EnumSource
  void haveATextOfTheirTypeInEveryLanguage(ValidationErrorType type) {
    assertThat(LANGUAGES).allSatisfy(language -> assertThat(language.getString(EngineErrors.key(type))).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void areToldOfWhenNobodyExplainsThem(ValidationErrorType type) {
    var problems = new ProblemList(_ -> true);
    EngineErrors.addUnexplained(List.of(error(type)), problems);
    assertThat(problems.toList())
      .singleElement()
      .satisfies(problem -> {
        assertThat(problem.key()).isEqualTo("validation." + type);
        assertThat(problem.locations()).containsExactly(new SourceLocation(3, 7));
      });
  }

  @Test
  void areToldOfOnceWhenTheyAreExplained() {
    var problems = new ProblemList(_ -> true);
    problems.add(Problem.of(Reason.UNKNOWN_FIELD, List.of(new SourceLocation(3, 7)), "nothing", "Query"));
    EngineErrors.addUnexplained(List.of(error(ValidationErrorType.FieldUndefined)), problems);
    assertThat(problems.toList()).hasSize(1);
  }

  @Test
  void areToldOfBesideAnExplanationOfAnotherPlace() {
    var problems = new ProblemList(_ -> true);
    problems.add(Problem.of(Reason.UNKNOWN_FIELD, List.of(new SourceLocation(3, 8)), "nothing", "Query"));
    EngineErrors.addUnexplained(List.of(error(ValidationErrorType.FieldUndefined)), problems);
    assertThat(problems.toList()).hasSize(2);
  }

  /** A reason either has a text, or is one that only the engine's own errors give. */
  @ParameterizedTest
  @EnumSource
  void giveEveryReasonAText(Reason reason) {
    var isTheEngines = Arrays.stream(ValidationErrorType.values()).anyMatch(type ->
      EngineErrors.reasons(type).equals(Set.of(reason))
    );
    var isGeneral = reason == Reason.INVALID_DOCUMENT || reason == Reason.INVALID_VARIABLES;
    assertThat(isTheEngines || isGeneral || LANGUAGES.getFirst().containsKey("problem." + reason))
      .as(reason.name())
      .isTrue();
  }
}

package dev.authmethods.gateway.api.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserRef;
import graphql.schema.DataFetchingEnvironment;
import java.lang.reflect.Method;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Every parameter of a controller's method stands for something that a field can give, or the gateway does not start. */
class ControllerMethodTests {

  /** An input with a component that no argument has a value of. */
  record Odd(String name, List<Instant> moments) {}

  /** An input of every kind that there is. */
  record Usual(
    String text,
    @Nullable Boolean flag,
    int number,
    double share,
    OffsetDateTime at,
    PhoneType type,
    List<UserRef> users
  ) {}

  /** Methods that a controller could have. */
  static final class Fields {

    void knownAtAType(User user, @Argument Usual input, DataLoader<String, String> loader, Locale locale) {}

    void knownAtARoot(@Argument List<UserRef> by, @Argument String id, DataFetchingEnvironment field) {}

    void sourceAtARoot(User user) {}

    void ofTheJdk(Principal principal) {}

    void ofALibrary(graphql.GraphQLContext context) {}

    void notFirst(Locale locale, User user) {}

    void twoSources(User user, PhoneType type) {}

    void textWithoutAnnotation(User user, String text) {}

    void setOfArguments(@Argument Set<String> ids) {}

    void moment(@Argument Instant at) {}

    void momentInAnInput(@Argument Odd input) {}
  }

  private static ControllerMethod of(String name, boolean hasSource) {
    return ControllerMethod.of(new Fields(), method(name), hasSource, List.of());
  }

  private static Method method(String name) {
    return Arrays.stream(Fields.class.getDeclaredMethods())
      .filter(method -> method.getName().equals(name))
      .findFirst()
      .orElseThrow();
  }

  @Test
  void knowsSourcesArgumentsLoadersAndLocales() {
    assertThat(of("knownAtAType", true)).isNotNull();
    assertThat(of("knownAtARoot", false)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "ofTheJdk",
      "ofALibrary",
      "notFirst",
      "twoSources",
      "textWithoutAnnotation",
      "setOfArguments",
      "moment",
      "momentInAnInput",
    }
  )
  void refusesWhatNoFieldCanGive(String name) {
    var parameters = method(name).getParameters();
    assertThatThrownBy(() -> of(name, true))
      .isInstanceOf(ControllerMethod.UnknownParameter.class)
      .hasMessageStartingWith("%s.%s has the parameter ", Fields.class.getName(), name)
      .hasMessageContaining("%s\", which no field can give", parameters[parameters.length - 1]);
  }

  @Test
  void refusesASourceWhereThereIsNone() {
    assertThatThrownBy(() -> of("sourceAtARoot", false))
      .isInstanceOf(ControllerMethod.UnknownParameter.class)
      .hasMessageContaining("sourceAtARoot", "User user");
  }

  @Test
  void saysWhichPartOfAnInputItIs() {
    assertThatThrownBy(() -> of("momentInAnInput", true)).hasRootCauseMessage(
      "No argument has a value of " + Instant.class.getName()
    );
  }

  /** A source of a gateway beside its own. */
  @Controller
  static final class OddController {

    @SchemaMapping(typeName = "User", field = "displayName")
    String displayName(User user, Principal principal) {
      return principal.getName();
    }
  }

  @Nested
  @GatewayTest
  class AParameterThatNoFieldCanGive {

    @Test
    void endsTheStart(SandboxControl sandbox) {
      var settings = "spring.main.sources=" + OddController.class.getName();
      assertThat(catchThrowable(() -> Gateway.start(sandbox, settings)))
        .rootCause()
        .hasMessage(
          "%s.displayName has the parameter \"%s principal\", which no field can give",
          OddController.class.getName(),
          Principal.class.getName()
        );
    }
  }
}

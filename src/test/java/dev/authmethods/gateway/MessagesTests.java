package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.method.SmsSignInState;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;

@GatewayTest
class MessagesTests {

  private static final List<String> CONSTRAINTS = List.of(
    "Size",
    "Pattern",
    "ContainerSize",
    "GlobalId",
    "UserPrincipalName"
  );

  @Test
  void thereAreInEveryLanguageForEveryCodeAndReason(Gateway gateway) {
    var keys = keys(gateway.bean(GraphQlSource.class).schema());
    assertThat(keys).hasSizeGreaterThan(20);
    assertThat(languages())
      .hasSizeGreaterThan(1)
      .allSatisfy(language -> assertThat(language.stringPropertyNames()).containsAll(keys));
  }

  @Test
  void haveTheSameKeysInEveryLanguage() {
    var keys = languages().stream().map(Properties::stringPropertyNames).distinct();
    assertThat(keys).hasSize(1);
  }

  @Test
  void sayTheSameWithTheSameArguments() {
    var first = languages().getFirst();
    assertThat(languages()).allSatisfy(language ->
      assertThat(language.stringPropertyNames()).allSatisfy(key ->
        assertThat(placeholders(language.getProperty(key))).isEqualTo(placeholders(first.getProperty(key)))
      )
    );
  }

  @Test
  void areUnderstoodByTheirFormat() {
    assertThat(languages()).allSatisfy(language ->
      assertThat(language.stringPropertyNames())
        .map(language::getProperty)
        .filteredOn(text -> !placeholders(text).isEmpty())
        .allSatisfy(text ->
          assertThat(new MessageFormat(text).format(new Object[] { 1, 2, 3, 4 })).doesNotContain("{", "''")
        )
    );
  }

  /** By the rule that a code is the name of its type in capitals, without the last word. */
  private static List<String> keys(GraphQLSchema schema) {
    return schema
      .getAllTypesAsList()
      .stream()
      .filter(GraphQLObjectType.class::isInstance)
      .map(GraphQLObjectType.class::cast)
      .filter(type ->
        type
          .getInterfaces()
          .stream()
          .anyMatch(family -> family.getName().equals("ExpectedError"))
      )
      .flatMap(MessagesTests::keys)
      .toList();
  }

  private static Stream<String> keys(GraphQLObjectType error) {
    var code = error.getName().replaceFirst("Error$", "").replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    if ("INVALID_INPUT".equals(code)) {
      return CONSTRAINTS.stream().map(constraint -> code + "." + constraint);
    }
    if ("SMS_SIGN_IN_REGISTRATION_FAILED".equals(code)) {
      return Stream.of(SmsSignInState.PHONE_NUMBER_NOT_UNIQUE, SmsSignInState.NOT_ALLOWED_BY_POLICY).map(
        state -> code + "." + state
      );
    }
    var reasons = error
      .getFieldDefinitions()
      .stream()
      .filter(field -> field.getName().toLowerCase(Locale.ROOT).endsWith("reason"))
      .toList();
    return reasons.isEmpty()
      ? Stream.of(code)
      : reasons
          .stream()
          .flatMap(reason -> ((GraphQLEnumType) GraphQLTypeUtil.unwrapAll(reason.getType())).getValues().stream())
          .map(value -> code + "." + value.getName());
  }

  private static List<String> placeholders(String text) {
    return Pattern.compile("\\{\\d+}")
      .matcher(text)
      .results()
      .map(found -> found.group())
      .sorted()
      .toList();
  }

  private static List<Properties> languages() {
    try {
      var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages*.properties");
      return Stream.of(files).map(MessagesTests::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(Resource file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(file.getContentAsString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}

package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be sent, and what is answered with. Source: GraphQL over HTTP, media types. */
class NegotiationTests {

  private static final String JSON = "application/json";

  private static int status(String method, @Nullable String contentType, @Nullable String accept) {
    return Negotiation.of(method, contentType, accept) instanceof Negotiation.Refused(var answer)
      ? answer.status()
      : 200;
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "application/json | application/json",
      "*/* | application/json",
      "application/* | application/json",
      "application/graphql-response+json | application/graphql-response+json",
      "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json",
      "application/graphql-response+json;q=0.5, application/json | application/json",
      "application/json;q=0.5, application/graphql-response+json;q=0.8 | application/graphql-response+json",
      "text/html, application/json;q=0.1 | application/json",
      "text/html, */*;q=0.8 | application/json",
      "APPLICATION/JSON | application/json",
      "application/json; charset=utf-8 | application/json",
    }
  )
  void theBestOfWhatIsAcceptedIsAnswered(String accept, String contentType) {
    assertThat(Negotiation.of("POST", JSON, accept)).isEqualTo(new Negotiation.Agreed(contentType));
  }

  @Test
  void whoSaysNothingTakesJson() {
    assertThat(Negotiation.of("POST", JSON, null)).isEqualTo(new Negotiation.Agreed(JSON));
  }

  @ParameterizedTest
  @ValueSource(strings = { "text/html", "application/json;q=0", "application/xml, text/*", "nonsense", "a/b/c", ";" })
  void whatIsNotOfferedIsNotAcceptable(String accept) {
    assertThat(status("POST", JSON, accept)).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "application/json",
      "application/json; charset=utf-8",
      "Application/JSON",
      "application/json;charset=UTF-8",
    }
  )
  void jsonMayBeSent(String contentType) {
    assertThat(status("POST", contentType, null)).isEqualTo(200);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
    strings = { "text/plain", "application/graphql", "application/*", "*/*", "", "nonsense", "application/json/x" }
  )
  void nothingElseMayBeSent(@Nullable String contentType) {
    assertThat(status("POST", contentType, null)).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = { "GET", "PUT", "DELETE", "OPTIONS", "post", "QUERY" })
  void otherMethodsAreRefusedWithTheOneThatIsAllowed(String method) {
    assertThat(status(method, JSON, null)).isEqualTo(405);
    assertThat(((Negotiation.Refused) Negotiation.of(method, JSON, null)).answer().headers()).containsEntry(
      "Allow",
      "POST"
    );
  }
}

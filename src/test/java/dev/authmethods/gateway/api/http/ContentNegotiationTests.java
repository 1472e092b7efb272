package dev.authmethods.gateway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.api.request.RequestMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be sent, and what is answered with. Source: GraphQL over HTTP, media types. */
class ContentNegotiationTests {

  private static final String JSON = "application/json";

  private static int status(String method, @Nullable String contentType, @Nullable String accept) {
    return ContentNegotiation.of(method, contentType, accept) instanceof ContentNegotiation.Refused refused
      ? refused.status().value()
      : 200;
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "application/json | JSON",
      "*/* | JSON",
      "application/* | JSON",
      "application/*+json | GRAPHQL",
      "application/graphql-response+json | GRAPHQL",
      "application/graphql-response+json, application/json;q=0.9 | GRAPHQL",
      "application/json, application/graphql-response+json | GRAPHQL",
      "application/graphql-response+json;q=0.5, application/json | JSON",
      "application/json;q=0.5, application/graphql-response+json;q=0.8 | GRAPHQL",
      "application/graphql-response+json;q=0.8, application/json;q=0.9 | JSON",
      "application/graphql-response+json, */* | GRAPHQL",
      "application/json, text/plain, */* | JSON",
      "*/*, application/graphql-response+json;q=0.1 | JSON",
      "*/*;q=0.1, application/graphql-response+json | GRAPHQL",
      "*/*;q=1, application/json;q=0.2 | GRAPHQL",
      "*/*, application/json;q=0 | GRAPHQL",
      "application/*;q=0.5, application/json;q=0, */* | GRAPHQL",
      "application/graphql-response+json;q=0, */* | JSON",
      "text/html, application/json;q=0.1 | JSON",
      "text/html, */*;q=0.8 | JSON",
      "APPLICATION/JSON | JSON",
      "application/json; charset=utf-8 | JSON",
      "application/graphql-response+json;charset=UTF-8;q=0.9, application/json;q=0.8 | GRAPHQL",
      "application/graphql-response+json;charset=utf-16, application/json;q=0.1 | JSON",
      "application/json; charset=utf-8; q=0.1, application/json, application/graphql-response+json;q=0.5 | GRAPHQL",
      "application/json; odata.metadata=minimal | JSON",
      "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed | GRAPHQL",
    }
  )
  void theBestOfWhatIsAcceptedIsAnswered(String accept, ResponseMediaType representation) {
    assertThat(ContentNegotiation.of("POST", JSON, accept)).isEqualTo(
      new ContentNegotiation.Agreed(RequestMethod.POST, representation)
    );
  }

  @Test
  void aClientThatSaysNothingTakesJson() {
    assertThat(ContentNegotiation.of("POST", JSON, null).representation()).isEqualTo(ResponseMediaType.JSON);
  }

  @Test
  void aRefusedClientGetsAnAcceptedMediaType() {
    var refused = ContentNegotiation.of("PUT", JSON, "application/graphql-response+json");
    assertThat(refused).isInstanceOf(ContentNegotiation.Refused.class);
    assertThat(refused.representation()).isEqualTo(ResponseMediaType.GRAPHQL);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "text/html",
      "application/json;q=0",
      "*/*;q=0",
      "application/*;q=0, */*",
      "application/json;charset=iso-8859-1",
      "application/xml, text/*",
      "nonsense",
      "a/b/c",
      ";",
      "application/json;q=2",
      "application/json;charset=nonsense",
    }
  )
  void aMediaTypeThatIsNotOfferedIsNotAcceptable(String accept) {
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
    strings = {
      "text/plain",
      "application/graphql",
      "application/*",
      "*/*",
      "",
      "nonsense",
      "application/json/x",
      "application/json; charset=iso-8859-1",
      "application/json; charset=utf-16",
      "application/json; charset=nonsense",
      "application/json,application/json",
    }
  )
  void noOtherMediaTypeMayBeSent(@Nullable String contentType) {
    assertThat(status("POST", contentType, null)).isEqualTo(415);
    assertThat(status("QUERY", contentType, null)).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = { "GET", "HEAD" })
  void aRequestWithoutABodyNeedsNoType(String method) {
    assertThat(status(method, null, null)).isEqualTo(200);
    assertThat(status(method, "text/plain", null)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = { "PUT", "DELETE", "OPTIONS", "post", "Get", "NONSENSE" })
  void otherMethodsAreRefusedWithThoseThatAreAllowed(String method) {
    assertThat(status(method, JSON, null)).isEqualTo(405);
    assertThat(((ContentNegotiation.Refused) ContentNegotiation.of(method, JSON, null)).headers()).containsEntry(
      "Allow",
      "GET, HEAD, POST, QUERY"
    );
  }
}

package dev.authmethods.sandbox.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Microsoft Graph: Paging Microsoft Graph data; Advanced query capabilities on Microsoft Entra ID objects. */
class PagingTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  private static final String SEARCH = "/users?%24search=%22displayName:user%22&%24count=true&%24top=5";
  private static final String TOKEN = "&%24skiptoken=";

  @Test
  void countsOnTheFirstPage() {
    var first = advanced(SEARCH);

    assertThat(first.json().path("@odata.count").asInt()).isGreaterThan(1_000);
    assertThat(
      advanced(SEARCH + TOKEN + skipToken(first))
        .json()
        .has("@odata.count")
    ).isFalse();
  }

  @Test
  void needsTheHeaderOnEveryPage() {
    var next = SEARCH + TOKEN + skipToken(advanced(SEARCH));

    assertThat(advanced(next).status()).isEqualTo(200);
    assertThat(entra.get("global-reader", next).code()).isEqualTo("Request_UnsupportedQuery");
  }

  @Test
  void refusesTheTokenOfAnotherQuery() {
    var token = TOKEN + skipToken(advanced(SEARCH));

    assertThat(advanced(SEARCH.replace("user", "anna") + token).status()).isEqualTo(400);
    assertThat(advanced(SEARCH.replace("=5", "=6") + token).status()).isEqualTo(400);
    assertThat(advanced(SEARCH + TOKEN + "x").status()).isEqualTo(400);
  }

  @Test
  void refusesATokenThatIsTooOld() {
    var token = TOKEN + skipToken(advanced(SEARCH));
    entra.control("POST", "/settings", "{\"directory\":{\"skipTokenSeconds\":60},\"clockAheadSeconds\":120}");

    assertThat(advanced(SEARCH + token).code()).isEqualTo("Directory_ExpiredPageToken");
  }

  @Test
  void canHaveEmptyPagesInBetween() {
    entra.control("POST", "/settings", "{\"directory\":{\"emptyPages\":true}}");
    var first = advanced(SEARCH);
    var empty = advanced(SEARCH + TOKEN + skipToken(first));
    var second = advanced(SEARCH + TOKEN + skipToken(empty));

    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.values("id")).isEmpty();
    assertThat(second.values("id")).hasSize(5).doesNotContainAnyElementsOf(first.values("id"));
  }

  @Test
  void isNotForTenantsOfCustomers() {
    entra.control("POST", "/settings", "{\"directory\":{\"forCustomers\":true}}");

    assertThat(advanced(SEARCH).code()).isEqualTo("Request_UnsupportedQuery");
    assertThat(entra.get("global-reader", "/users?$top=5").status()).isEqualTo(200);
  }

  private static Answer advanced(String path) {
    var headers = Map.of(
      "Authorization",
      "Bearer " + entra.graphToken("global-reader"),
      "ConsistencyLevel",
      "eventual"
    );
    return entra.call("GET", entra.sandbox().graphEndpoint() + path, "", headers);
  }

  private static String skipToken(Answer page) {
    return page.json().path("@odata.nextLink").asString().replaceFirst(".*skiptoken=", "");
  }
}

package dev.authmethods.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.http.HttpCall;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Microsoft Graph: service-specific throttling limits, what calls cost. */
class RequestCostTests {

  static RequestCost cost(String method, String uri) {
    return RequestCost.of(HttpCall.of(method, uri, Map.of(), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /users, 2",
    "GET, /users?$select=id, 1",
    "GET, /users?$expand=manager, 3",
    "GET, /users?$top=19, 1",
    "GET, /users?$top=20, 2",
    "GET, /users?$top=100, 2",
    "GET, /users/kim, 1",
    "GET, /users/kim?$select=id, 1",
    "GET, /users/kim?$expand=manager, 2",
    "GET, /users/kim/authentication/phoneMethods, 1",
    "POST, /directoryObjects/getByIds, 5",
    "POST, /directoryObjects/getByIds?$select=id, 2",
    "POST, /users/kim/authentication/phoneMethods, 1",
    "PATCH, /users/kim/authentication/phoneMethods/x, 1",
    "DELETE, /users/kim/authentication/phoneMethods/x, 1",
  })
  void isInResourceUnits(String method, String uri, int units) {
    assertThat(cost(method, uri).of(ThrottleQuota.Kind.UNITS)).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /users, 0, 0",
    "POST, /directoryObjects/getByIds, 0, 0",
    "GET, /users/kim/authentication/phoneMethods, 0, 1",
    "POST, /users/kim/authentication/phoneMethods, 1, 1",
    "PATCH, /users/kim/authentication/phoneMethods/x, 1, 1",
    "DELETE, /users/kim/authentication/phoneMethods/x, 1, 1",
  })
  void isInWritesAndReports(String method, String uri, int writes, int reports) {
    assertThat(cost(method, uri).of(ThrottleQuota.Kind.WRITES)).isEqualTo(writes);
    assertThat(cost(method, uri).of(ThrottleQuota.Kind.REPORTS)).isEqualTo(reports);
  }
}

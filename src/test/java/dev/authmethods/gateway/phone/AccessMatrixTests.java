package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Every kind of caller at every kind of user: the gateway lets through what Entra does when it is asked on behalf of that very
 * caller, and nothing else. Entra here is the sandbox, a second reading of the same documentation.
 */
class AccessMatrixTests {

  private static final Set<String> REFUSALS = Set.of("PermissionDeniedError", "OwnAccountNotAllowedError");
  private static final String PHONES = "/authentication/phoneMethods";
  private static final String NONE = PHONES + "/00000000-0000-0000-0000-000000000000";
  private static final List<String> USERS = List.of(
    "kim",
    "allan",
    "ben",
    "lidia",
    "henrietta",
    "johanna",
    "lynne",
    "christie",
    "debra",
    "irvin",
    "avery",
    "parker"
  );

  /** Those who act: their object ids, and the roles that their tokens list. */
  private static final List<Actor> ACTORS = List.of(
    new Actor("a0000000-0000-4000-8000-000000000001", DirectoryRole.AUTHENTICATION_ADMINISTRATOR),
    new Actor("a0000000-0000-4000-8000-000000000002", DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR),
    new Actor("a0000000-0000-4000-8000-000000000003", DirectoryRole.GLOBAL_READER),
    new Actor("a0000000-0000-4000-8000-000000000004"),
    new Actor("10000000-0000-4000-8000-000000000016", DirectoryRole.GLOBAL_ADMINISTRATOR),
    new Actor("10000000-0000-4000-8000-000000000056", DirectoryRole.DIRECTORY_READERS, DirectoryRole.REPORTS_READER),
    new Actor("10000000-0000-4000-8000-000000000058"),
    new Actor("10000000-0000-4000-8000-000000000059"),
    new Actor("10000000-0000-4000-8000-000000000060")
  );

  /** Roles that only Entra knows, and one that the pages of phones do not name: refused where the gateway itself has to decide. */
  private static final Set<String> KNOWN_TO_ENTRA_ONLY = Set.of(
    "10000000-0000-4000-8000-000000000016",
    "10000000-0000-4000-8000-000000000058",
    "10000000-0000-4000-8000-000000000059",
    "10000000-0000-4000-8000-000000000060"
  );

  @Nested
  @GatewayTest
  class OnBehalfOfTheCaller {

    @Test
    void isEntrasDecision(Gateway gateway, SandboxControl sandbox) {
      var cells = cells(gateway, sandbox);
      assertThat(cells).hasSizeGreaterThan(200);
      assertThat(cells).filteredOn(Cell::allowed).hasSizeGreaterThan(50);
      assertThat(cells)
        .filteredOn(cell -> !cell.allowed())
        .hasSizeGreaterThan(100);
      assertThat(cells).allMatch(cell -> cell.allowed() == cell.allowedByEntra());
    }
  }

  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class AsAnApplication {

    @Test
    void allowsNothingThatEntraWouldNotAllowTheCaller(Gateway gateway, SandboxControl sandbox) {
      var cells = cells(gateway, sandbox);
      assertThat(cells)
        .filteredOn(cell -> cell.allowed() && !cell.allowedByEntra())
        .isEmpty();
    }

    @Test
    void allowsWhatEntraWouldWhereTheTokenListsTheRole(Gateway gateway, SandboxControl sandbox) {
      var cells = cells(gateway, sandbox);
      assertThat(cells).filteredOn(Cell::allowed).hasSizeGreaterThan(20);
      assertThat(cells)
        .filteredOn(cell -> cell.allowedByEntra() && !cell.allowed())
        .allMatch(cell -> KNOWN_TO_ENTRA_ONLY.contains(cell.actor()) || cell.isOwn());
    }
  }

  private static List<Cell> cells(Gateway gateway, SandboxControl sandbox) {
    var cells = new ArrayList<Cell>();
    for (var actor : ACTORS) {
      var token = sandbox.token("user", actor.claims());
      var graphToken = sandbox.tokenOnBehalfOf(token);
      for (var user : USERS) {
        var name = user + "@contoso.com";
        for (var operation : Operation.values()) {
          var entra =
            sandbox.graph(graphToken, operation.method, "/users/" + name + operation.path, "{}").status() != 403;
          var change = operation.on(name);
          var reply = gateway.execute(token, change.document(), Map.of("input", change.input()));
          var errors = reply.typesAt("/data/payload/errors");
          // Who may look is told that there is no phone before anybody decides on a change.
          if (!errors.contains("PhoneMethodNotFoundError")) {
            var allowed = errors.stream().noneMatch(REFUSALS::contains);
            cells.add(new Cell(actor.objectId(), user, operation, allowed, entra));
          }
        }
      }
      sandbox.reset();
    }
    return cells;
  }

  /** What is asked of the gateway; and of Microsoft Graph so that nothing is changed when it is allowed. */
  private enum Operation {
    ADD("POST", PHONES),
    UPDATE("PATCH", NONE),
    DELETE("DELETE", NONE);

    private final String method;
    private final String path;

    Operation(String method, String path) {
      this.method = method;
      this.path = path;
    }

    PhoneMutation on(String user) {
      return switch (this) {
        case ADD -> add(user, "OFFICE", "+1 2065550199");
        case UPDATE -> update(user, "MOBILE", "+1 2065550198");
        case DELETE -> delete(user, "MOBILE");
      };
    }
  }

  private record Actor(String objectId, List<DirectoryRole> roles) {
    Actor(String objectId, DirectoryRole... roles) {
      this(objectId, List.of(roles));
    }

    Map<String, Object> claims() {
      return Map.of("oid", objectId, "wids", roles.stream().map(DirectoryRole::templateId).toList());
    }
  }

  private record Cell(String actor, String user, Operation operation, boolean allowed, boolean allowedByEntra) {
    boolean isOwn() {
      var own = Map.of(
        "avery",
        "a0000000-0000-4000-8000-000000000001",
        "parker",
        "a0000000-0000-4000-8000-000000000002",
        "allan",
        "10000000-0000-4000-8000-000000000056"
      );
      return actor.equals(own.get(user));
    }
  }
}

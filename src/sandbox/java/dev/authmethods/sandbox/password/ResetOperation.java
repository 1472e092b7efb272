package dev.authmethods.sandbox.password;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.behaviour.PasswordResetBehaviour;
import dev.authmethods.sandbox.behaviour.PasswordResetBehaviour.StatusCase;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reset that is carried out (<a href="https://learn.microsoft.com/graph/api/resources/longrunningoperation">longRunningOperation</a>).
 * The clock decides how far it is.
 *
 * @param user      the id of the user whose password is reset
 * @param step      how long it is not started; it runs for as long after that
 * @param isFailing whether it fails in the end
 * @param detail    the detail in the end
 */
record ResetOperation(String id, String user, Instant createdAt, Duration step, boolean isFailing, String detail) {
  /** The routing parameters of every address of an operation, as in the sample of the page. */
  static final String DATA_CENTER = "aadgdc";
  static final String SCALE_UNIT = "aadgsu";
  static final String DATA_CENTER_VALUE = "DUB02P";
  static final String SCALE_UNIT_VALUE = "ssprprod-a";

  private static final DateTimeFormatter MALFORMED = DateTimeFormatter.ofPattern(
    "yyyy-MM-dd'T'HH-mm-ss.SS'Z'"
  ).withZone(ZoneOffset.UTC);

  /** The states that it passes through. */
  enum Status {
    NOT_STARTED("notStarted"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    FAILED("failed");

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }

    private String spelled(StatusCase spelling) {
      return switch (spelling) {
        case CAMEL -> wireName;
        case PASCAL -> wireName.substring(0, 1).toUpperCase(ROOT) + wireName.substring(1);
      };
    }
  }

  /** The end, from which on the new password holds if it succeeds. */
  Instant endsAt() {
    return createdAt.plus(step).plus(step);
  }

  /** The address at which clients ask for it, below the version root. */
  String address() {
    return (
      "/users/" +
      user +
      "/authentication/operations/" +
      id +
      "?" +
      DATA_CENTER +
      "=" +
      DATA_CENTER_VALUE +
      "&" +
      SCALE_UNIT +
      "=" +
      SCALE_UNIT_VALUE
    );
  }

  /** Its state now. */
  ObjectNode json(PasswordResetBehaviour behaviour, Instant now, String graphRoot) {
    var status = status(now);
    var json = JsonTree.object().put("id", id);
    json.put("createdDateTime", written(createdAt, behaviour.malformedCreatedDateTime()));
    json.put("lastActionDateTime", written(lastActionAt(status), false));
    json.put("resourceLocation", graphRoot + "/users/" + user);
    json.put("status", status.spelled(behaviour.statusCase()));
    return json.put("statusDetail", now.isBefore(endsAt()) ? null : detail);
  }

  private Status status(Instant now) {
    if (now.isBefore(createdAt.plus(step))) {
      return Status.NOT_STARTED;
    }
    if (now.isBefore(endsAt())) {
      return Status.RUNNING;
    }
    return isFailing ? Status.FAILED : Status.SUCCEEDED;
  }

  private Instant lastActionAt(Status status) {
    return switch (status) {
      case NOT_STARTED -> createdAt;
      case RUNNING -> createdAt.plus(step);
      case SUCCEEDED, FAILED -> endsAt();
    };
  }

  private static String written(Instant time, boolean malformed) {
    return malformed ? MALFORMED.format(time) : time.truncatedTo(MILLIS).toString();
  }
}

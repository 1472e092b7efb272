package dev.authmethods.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every kind of fault. */
final class FaultList {

  private static final String APPLY = ", \"apply\": true";
  private static final String TIMEOUT = "\"status\": 504";

  private FaultList() {}

  static List<FaultKind> all() {
    var kinds = new ArrayList<FaultKind>();
    failures().forEach((name, fault) -> {
      kinds.add(FaultKind.of("applied, then " + name, scene -> List.of(scene.write(fault + APPLY))));
      kinds.add(FaultKind.of("not applied, " + name, scene -> List.of(scene.write(fault))));
    });
    Stream.of(successes(), late(), signIns(), masks(), others(), readBacks(), twice(), limits()).forEach(kinds::addAll);
    return kinds;
  }

  /** Answers that are none, or no success. */
  static Map<String, String> failures() {
    var failures = new TreeMap<String, String>();
    Stream.of(500, 502, 503, 504, 408, 421, 429).forEach(status -> failures.put("" + status, "\"status\": " + status));
    failures.put("503, try at once", "\"status\": 503, \"retryAfter\": 0");
    failures.put("429, try soon", "\"status\": 429, \"retryAfter\": 0.2");
    failures.put("429, try much later", "\"status\": 429, \"retryAfter\": 90");
    failures.put("409, number not unique", "\"status\": 409, \"code\": \"phoneNumberNotUnique\"");
    failures.put("409", "\"status\": 409, \"code\": \"conflict\"");
    failures.put("reset", "\"drop\": true");
    failures.put("silence", "\"hang\": true");
    failures.put("redirect", "\"location\": \"http://127.0.0.1:9/v1.0/me\"");
    failures.put("half a failure", "\"status\": 500, \"truncate\": true");
    return failures;
  }

  /**
   * Answers that say they are a success. An empty one that is a lie can be told at once where an object is due, and by reading
   * where something is left that is shown whole.
   */
  private static List<FaultKind> successes() {
    return List.of(
      FaultKind.of("applied, then half an answer", scene -> List.of(scene.write("\"truncate\": true"))),
      FaultKind.of("applied, then garbage", scene -> List.of(scene.write(garbage(scene) + APPLY))),
      FaultKind.of("not applied, garbage", scene -> List.of(scene.write(garbage(scene)))),
      FaultKind.of("applied, then nothing", scene -> List.of(scene.write(empty(scene) + APPLY))),
      FaultKind.of("not applied, nothing", scene -> List.of(scene.write(empty(scene)))).only(Where.CREATES),
      FaultKind.of("not applied, nothing where it had changed", scene -> List.of(scene.write(empty(scene))))
        .only(Where.SEEN_CHANGES)
        .unfindable()
    );
  }

  private static String empty(Scene scene) {
    return "\"status\": " + scene.success();
  }

  private static String garbage(Scene scene) {
    return empty(scene) + ", \"body\": \"<html>Welcome to the hotel</html>\"";
  }

  /** Work that is done when the gateway has long stopped to wait for it. */
  private static List<FaultKind> late() {
    var kinds = new ArrayList<FaultKind>();
    var answers = Map.of(
      "503",
      "\"status\": 503",
      "504",
      TIMEOUT,
      "reset",
      "\"drop\": true",
      "silence",
      "\"hang\": true"
    );
    for (int late : List.of(50, 300, 2_000)) {
      answers.forEach((name, fault) ->
        kinds.add(
          FaultKind.of("applied %d ms after %s".formatted(late, name), scene ->
            List.of(scene.write(fault + ", \"lateMs\": " + late))
          )
        )
      );
    }
    return kinds;
  }

  private static List<FaultKind> signIns() {
    return List.of(
      FaultKind.of("401 once", scene -> List.of(scene.write("\"status\": 401"))),
      FaultKind.of("401 twice", scene -> List.of(scene.write("\"status\": 401, \"times\": 2"))),
      FaultKind.of("claims challenge", scene -> List.of(scene.write("\"claims\": true")))
    );
  }

  private static List<FaultKind> masks() {
    var masked = "\"mask\": true, \"times\": 99";
    return List.of(
      FaultKind.of("applied, then 504 and masked reads", scene ->
        List.of(scene.write(TIMEOUT + APPLY), scene.read(masked))
      ),
      FaultKind.of("not applied, 504 and masked reads", scene -> List.of(scene.write(TIMEOUT), scene.read(masked)))
    );
  }

  /** A second administrator acts as well. */
  private static List<FaultKind> others() {
    var kinds = new ArrayList<FaultKind>();
    for (var moment : List.of("BEFORE", "AFTER")) {
      other(kinds, "changes it " + moment, scene -> scene.patched(moment));
      other(kinds, "deletes it " + moment, scene -> scene.deleted(moment));
      other(kinds, "adds one " + moment, scene -> scene.added(moment));
    }
    kinds.add(overtaken("changes it", scene -> scene.patched("BEFORE")));
    kinds.add(overtaken("deletes it", scene -> scene.deleted("BEFORE")));
    kinds.add(overtaken("adds one", scene -> scene.added("BEFORE")));
    return kinds;
  }

  /** As long as a write that was not answered may still come, what others did tells nothing certain about it. */
  private static void other(List<FaultKind> kinds, String name, Function<Scene, String> meanwhile) {
    kinds.add(FaultKind.of("another " + name, scene -> List.of(scene.write(meanwhile.apply(scene)))));
    kinds.add(
      FaultKind.of("another " + name + ", then 504", scene ->
        List.of(scene.write(TIMEOUT + APPLY + ", " + meanwhile.apply(scene)))
      ).unfindable()
    );
  }

  /** What the gateway sees is the work of somebody else, and it does not last. */
  private static FaultKind overtaken(String name, Function<Scene, String> before) {
    return FaultKind.of("another " + name + " before the look, and the write comes 300 ms after 504", scene ->
      List.of(scene.write(TIMEOUT + ", \"lateMs\": 300"), scene.readBack(before.apply(scene)))
    ).unfindable();
  }

  private static List<FaultKind> readBacks() {
    return List.of(
      readBack("503 once", "\"status\": 503"),
      readBack("504 twice", "\"status\": 504, \"times\": 2"),
      readBack("429 once", "\"status\": 429, \"retryAfter\": 0.2"),
      readBack("reset once", "\"drop\": true"),
      readBack("half an answer", "\"truncate\": true"),
      readBack("503 always", "\"status\": 503, \"times\": 9999").unfindable()
    );
  }

  private static FaultKind readBack(String name, String fault) {
    return FaultKind.of("applied, then 504 and when read " + name, scene ->
      List.of(scene.write(TIMEOUT + APPLY), scene.readBack(fault))
    );
  }

  private static List<FaultKind> twice() {
    return List.of(
      FaultKind.of("not applied, 504 twice", scene -> List.of(scene.write(TIMEOUT + ", \"times\": 2"))).unfindable(),
      twice("503", "\"status\": 503", "504", TIMEOUT),
      twice("429", "\"status\": 429, \"retryAfter\": 0.1", "504", TIMEOUT),
      twice("reset", "\"drop\": true", "reset", "\"drop\": true")
    );
  }

  private static FaultKind twice(String first, String fault, String second, String then) {
    return FaultKind.of("not applied, %s, then applied, %s".formatted(first, second), scene ->
      List.of(scene.write(fault), scene.write(then + APPLY))
    );
  }

  /** Of the documented kinds, in windows that a test can wait for. */
  private static List<FaultKind> limits() {
    return List.of(
      FaultKind.limit(
        "few writes",
        "{\"profile\": \"identity-and-access\", \"writes\": 5, \"writeWindowMs\": 1000, \"windowMs\": 1000}"
      ),
      FaultKind.limit(
        "few calls",
        "{\"profile\": \"reports\", \"reports\": 20, \"windowMs\": 1000, \"writeWindowMs\": 1000}"
      )
    );
  }
}

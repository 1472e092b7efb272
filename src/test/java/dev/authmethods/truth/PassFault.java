package dev.authmethods.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kind of fault that befalls the write of a pass.
 *
 * @param effect the fault as the sandbox takes it, without the calls that it matches; {@code %s} stands for the passes of the user
 */
record PassFault(String name, String effect) {
  private static final String APPLY = ", \"apply\": true";

  static List<PassFault> all() {
    var all = new ArrayList<PassFault>();
    FaultList.failures().forEach((name, fault) -> {
      all.add(new PassFault("applied, then " + name, fault + APPLY));
      all.add(new PassFault("not applied, " + name, fault));
    });
    all.add(new PassFault("applied, then half an answer", "\"truncate\": true"));
    all.add(new PassFault("applied, then garbage", "\"status\": 201, \"body\": \"<html>\"" + APPLY));
    all.add(new PassFault("not applied, garbage", "\"status\": 201, \"body\": \"<html>\""));
    all.add(new PassFault("401 once", "\"status\": 401"));
    all.add(new PassFault("claims challenge", "\"claims\": true"));
    var answers = Map.of("503", "\"status\": 503", "reset", "\"drop\": true", "silence", "\"hang\": true");
    for (int late : List.of(50, 300, 2_000)) {
      answers.forEach((name, fault) ->
        all.add(new PassFault("applied %d ms after %s".formatted(late, name), fault + ", \"lateMs\": " + late))
      );
    }
    for (var moment : List.of("BEFORE", "AFTER")) {
      var other =
        "\"meanwhile\": {\"when\": \"%s\", \"method\": \"POST\", \"path\": \"%%s\", \"body\": {\"lifetimeInMinutes\": 43200}}".formatted(
          moment
        );
      all.add(new PassFault("another creates one " + moment, other));
      all.add(new PassFault("another creates one " + moment + ", then 504", "\"status\": 504" + APPLY + ", " + other));
    }
    return all;
  }
}

package dev.authmethods.gateway.password;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status of an operation. Source: https://learn.microsoft.com/graph/api/resources/longrunningoperation
 */
enum OperationStatus {
  NOT_STARTED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  UNKNOWN;

  /** Pages of Microsoft differ in upper and lower case. */
  static OperationStatus of(@Nullable String text) {
    return text == null
      ? UNKNOWN
      : switch (text.toLowerCase(Locale.ROOT)) {
          case "notstarted" -> NOT_STARTED;
          case "running" -> RUNNING;
          case "succeeded" -> SUCCEEDED;
          case "failed" -> FAILED;
          default -> UNKNOWN;
        };
  }

  /** Whether it is the last status of an operation. */
  boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }
}

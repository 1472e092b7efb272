package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.AddPhoneMethodsError;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.MutationPayload;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The payload of {@code addPhoneMethods}. */
record AddPhoneMethodsPayload(
  List<AddPhoneMethodsResult> results,
  List<AddPhoneMethodsError> errors,
  @Nullable String clientMutationId
) implements MutationPayload {
  @Override
  public List<ExpectedError> allErrors() {
    return Stream.<ExpectedError>concat(
      errors.stream(),
      results.stream().flatMap(result -> result.errors().stream())
    ).toList();
  }
}

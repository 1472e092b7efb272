package dev.authmethods.gateway.refusal;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;

/** The user's default method cannot go while the user has other methods. */
@ErrorInfo(category = ErrorCategory.CONFLICT)
public record DefaultMethodError(List<String> path) implements ExpectedError {}

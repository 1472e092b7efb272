package dev.authmethods.gateway.read;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;

/** The cursor is of another search or another caller, was not made by the gateway, or is too old. */
@ErrorInfo(category = ErrorCategory.INVALID_INPUT)
public record CursorNotAcceptedError(List<String> path) implements ExpectedError {}

package dev.authmethods.gateway.refusal;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;

/** The user signs in at another tenant. Source: https://learn.microsoft.com/graph/api/user-revokesigninsessions */
@ErrorInfo(category = ErrorCategory.CONFLICT)
public record ExternalUserError(List<String> path) implements ExpectedError {}

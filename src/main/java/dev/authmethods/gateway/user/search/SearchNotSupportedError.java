package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;

/** The tenant has no advanced queries. Source: https://learn.microsoft.com/graph/aad-advanced-queries */
@ErrorInfo(category = ErrorCategory.UNSUPPORTED)
record SearchNotSupportedError(List<String> path) implements ExpectedError {}

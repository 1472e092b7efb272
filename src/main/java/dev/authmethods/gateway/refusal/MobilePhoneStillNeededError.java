package dev.authmethods.gateway.refusal;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;

/** The mobile phone cannot go while the user has an alternate mobile phone. */
@ErrorInfo(category = ErrorCategory.CONFLICT)
public record MobilePhoneStillNeededError(List<String> path, PhoneMethod dependent) implements ExpectedError {}

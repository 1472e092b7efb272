package dev.authmethods.gateway.user.activity;

import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of asking when a user last signed in.
 *
 * @param activity null when there are errors, or when the user never signed in
 */
record SignInActivityLookup(@Nullable SignInActivity activity, List<ExpectedError> errors) {}

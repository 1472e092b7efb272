package dev.authmethods.gateway.error;

/** Why {@code addPhoneMethods} looked at none of its items. */
public sealed interface AddPhoneMethodsError extends ExpectedError permits InvalidInputError {}

package dev.authmethods.gateway.error;

import java.util.List;

/** The constraints of the schema that the arguments of a field break; empty when they break none. */
public record Violations(List<InvalidInputError> errors) {}

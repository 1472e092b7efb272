package dev.authmethods.gateway.read;

import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;

/**
 * The errors of a read that answers errors in its result: a union of the schema. A feature declares each as a bean.
 *
 * @param union   the name of the union
 * @param members the types of its errors
 */
public record ReadErrors(String union, List<Class<? extends ExpectedError>> members) {}

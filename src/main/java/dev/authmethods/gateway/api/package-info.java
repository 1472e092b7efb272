/**
 * What all features share of GraphQL and HTTP: who calls, the constraints of the schema, batched lookups, failures, texts and
 * the playground. Imports every package but the features.
 */
@NullMarked
package dev.authmethods.gateway.api;

import org.jspecify.annotations.NullMarked;

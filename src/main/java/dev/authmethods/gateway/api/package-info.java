/**
 * GraphQL and HTTP for all features: the endpoint, how controllers are called, the constraints of the schema, failures,
 * measures, texts and the playground. Imports every package except the features.
 */
@NullMarked
package dev.authmethods.gateway.api;

import org.jspecify.annotations.NullMarked;

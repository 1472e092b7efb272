/** A problem of a document or its variables, as the checks report it: its reason, its place, a suggestion. */
@NullMarked
package dev.authmethods.gateway.api.problem;

import org.jspecify.annotations.NullMarked;

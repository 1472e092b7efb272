/**
 * The access matrix: every persona, operation and target, in both modes and with several sets of permissions, decided by a model of
 * the documentation and by the gateway over HTTP.
 */
@NullMarked
package dev.authmethods.matrix;

import org.jspecify.annotations.NullMarked;

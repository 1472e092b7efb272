/**
 * All methods of a user together, of every kind. Kinds that have mutations are read by their own features; this package reads the
 * others, and keeps those that nobody knows yet.
 */
@NullMarked
package dev.authmethods.gateway.methods;

import org.jspecify.annotations.NullMarked;

/**
 * The parts that reads of several features share: pages and their cursors, the users who sign in at another tenant, and the errors
 * that no mutation answers. Imports {@code method}, {@code error}, {@code entra}, {@code access} and {@code settings}.
 */
@NullMarked
package dev.authmethods.gateway.read;

import org.jspecify.annotations.NullMarked;

/** Reads of users: one, many, those of a search, and their managers. */
@NullMarked
package dev.authmethods.sandbox.user;

import org.jspecify.annotations.NullMarked;

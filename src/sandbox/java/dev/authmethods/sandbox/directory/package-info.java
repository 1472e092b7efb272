/** The users of the tenant, their groups and roles, and the callers. */
@NullMarked
package dev.authmethods.sandbox.directory;

import org.jspecify.annotations.NullMarked;

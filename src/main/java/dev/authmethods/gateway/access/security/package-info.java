/** Puts the checks of access tokens in front of every HTTP path, and keeps the callers whose tokens passed them. */
@NullMarked
package dev.authmethods.gateway.access.security;

import org.jspecify.annotations.NullMarked;

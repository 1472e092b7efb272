/**
 * Who is calling: the checks of the access token, what it says, and what was done for the request. Of our packages it imports
 * {@code method} only.
 */
@NullMarked
package dev.authmethods.gateway.access;

import org.jspecify.annotations.NullMarked;

/** The sign-in service: tokens, client credentials and consent. */
@NullMarked
package dev.authmethods.sandbox.login;

import org.jspecify.annotations.NullMarked;

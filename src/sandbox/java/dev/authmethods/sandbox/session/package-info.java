/** Sign-in sessions of users, and how they are revoked. */
@NullMarked
package dev.authmethods.sandbox.session;

import org.jspecify.annotations.NullMarked;

/** Users: who they are, and who is calling. */
@NullMarked
package dev.authmethods.gateway.user;

import org.jspecify.annotations.NullMarked;

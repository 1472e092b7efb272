/** Email addresses for resetting a forgotten password: adding, setting, changing and deleting them. */
@NullMarked
package dev.authmethods.gateway.email;

import org.jspecify.annotations.NullMarked;

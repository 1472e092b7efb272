/** The vocabulary: users, the authentication methods they have, and the ids of both. Imports only the JDK. */
@NullMarked
package dev.authmethods.gateway.method;

import org.jspecify.annotations.NullMarked;

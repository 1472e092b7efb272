/** Who is calling: the checks of the access token, and what it says. Imports {@code method}, the JDK and Spring Security. */
@NullMarked
package dev.authmethods.gateway.access;

import org.jspecify.annotations.NullMarked;

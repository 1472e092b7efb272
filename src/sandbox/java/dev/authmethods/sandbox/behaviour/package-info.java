/** The choices of the sandbox where the documentation of Microsoft Graph is silent. They can change while it runs. */
@NullMarked
package dev.authmethods.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;

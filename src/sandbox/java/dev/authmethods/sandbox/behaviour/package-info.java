/** What the sandbox does where the documentation of Microsoft Graph is silent, as far as it can change while it runs. */
@NullMarked
package dev.authmethods.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;

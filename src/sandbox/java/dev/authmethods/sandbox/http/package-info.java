/** HTTP as both services of the sandbox see it: calls, answers and their delivery, JSON, query options, and the errors of Microsoft Graph. */
@NullMarked
package dev.authmethods.sandbox.http;

import org.jspecify.annotations.NullMarked;

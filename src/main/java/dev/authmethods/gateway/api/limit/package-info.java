/** The limits of a request, and how much a document and its variables ask for. */
@NullMarked
package dev.authmethods.gateway.api.limit;

import org.jspecify.annotations.NullMarked;

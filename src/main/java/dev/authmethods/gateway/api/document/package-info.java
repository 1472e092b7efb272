/** Documents: what they may ask for, the cache of those that were checked, trusted documents, and errors of a document. */
@NullMarked
package dev.authmethods.gateway.api.document;

import org.jspecify.annotations.NullMarked;

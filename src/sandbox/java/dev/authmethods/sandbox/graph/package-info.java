/** The languages of Microsoft Graph's query options (OData 4.01, URL conventions), as far as its directory speaks them. */
@NullMarked
package dev.authmethods.sandbox.graph;

import org.jspecify.annotations.NullMarked;

/** The query language of OData: filters, orders, searches and selections. */
@NullMarked
package dev.authmethods.sandbox.query;

import org.jspecify.annotations.NullMarked;

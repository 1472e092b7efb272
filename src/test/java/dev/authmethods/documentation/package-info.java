/** The documents of which parts are generated: the settings, from their metadata, and the errors, from the schema. */
@NullMarked
package dev.authmethods.documentation;

import org.jspecify.annotations.NullMarked;

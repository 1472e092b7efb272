/**
 * What clients were promised, and whether the schema still keeps it: the published schema stands in {@code src/published}, as a
 * record that nothing generates but the deliberate act of {@link dev.authmethods.gateway.published.PublishSchema}. Neither Maven's
 * resources nor the playground read it.
 */
@NullMarked
package dev.authmethods.gateway.published;

import org.jspecify.annotations.NullMarked;

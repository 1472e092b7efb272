/**
 * Programs that keep the promises of the published schema. The published schema lies in {@code src/published}, and only
 * {@link dev.authmethods.published.PublishSchema} writes it. Neither Maven's resources nor the playground read it.
 *
 * <p>Begin with {@link dev.authmethods.published.PublishedSchemaTests}, which fails when the schema breaks clients and nobody has
 * declared the break. {@code Schemas} reads the current schema and {@code Publication} the published one. {@code SchemaChanges}
 * compares them, kind by kind ({@code Types}, {@code Fields}, {@code Inputs}, {@code EnumValues}, {@code Directives}).
 * {@code SecondOpinion} asks graphql-java the same. {@code Judgement} holds the breaks against each {@code Declaration}, and
 * {@code Report} writes the result for people. To publish: {@code mvn test -Dtest=PublishSchema}.
 */
@NullMarked
package dev.authmethods.published;

import org.jspecify.annotations.NullMarked;

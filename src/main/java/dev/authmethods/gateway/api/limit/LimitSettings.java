package dev.authmethods.gateway.api.limit;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may ask for; all of it has to be above zero. Prefix {@code gateway.api.limits}.
 *
 * @param body          The longest body of a request, in bytes; more is answered with 413 and {@code BODY_TOO_LARGE}. From 1
 *                      byte to 2 GB.
 * @param characters    The most characters of a document; {@code TOO_MANY_CHARACTERS}. Above 0.
 * @param wordLength    The most characters of a name or a number in a document; {@code TOKEN_TOO_LONG}. Above 0.
 * @param textLength    The most characters of a string or a comment in a document; {@code TOKEN_TOO_LONG}. Above 0.
 * @param tokens        The most tokens of a document, and a tenth of the most blanks and commas in it; {@code TOO_MANY_TOKENS}.
 *                      Above 0.
 * @param depth         How deep the fields of a document may nest; {@code TOO_DEEP}. Above 0. The introspection of GraphiQL
 *                      takes 15.
 * @param fields        The most fields that an operation may select, each fragment counted where it is used;
 *                      {@code TOO_MANY_FIELDS}. Above 0.
 * @param aliases       The most fields of a document that have an alias, counted as they are written; {@code TOO_MANY_ALIASES}.
 *                      Above 0.
 * @param fragments     The most fragments that a document may define; {@code TOO_MANY_FRAGMENTS}. Above 0. Fragments nest no
 *                      deeper than {@code depth}.
 * @param rootFields    The most fields that a query may select of its root; {@code TOO_MANY_ROOT_FIELDS}. Above 0.
 * @param mutations     The most fields that a mutation may select of its root; {@code TOO_MANY_ROOT_FIELDS}. Above 0.
 * @param listItems     The longest list in variables; {@code LIST_TOO_LONG}. Above 0. The bounds of the schema are lower and
 *                      answer first. Lists and directives in a document have no limit but {@code tokens}.
 * @param answer        The longest answer, in bytes; {@code ANSWER_TOO_LARGE}. From 1 byte to 2 GB.
 * @param upstreamCalls The most calls to Microsoft Graph that a request may need when nothing goes wrong, as the directive
 *                      {@code @upstreamCalls} of the schema counts them; {@code TOO_COSTLY}. Above 0. One field takes up to
 *                      150.
 */
@ConfigurationProperties("gateway.api.limits")
public record LimitSettings(
  @DefaultValue("256KB") DataSize body,
  @DefaultValue("100000") int characters,
  @DefaultValue("128") int wordLength,
  @DefaultValue("10000") int textLength,
  @DefaultValue("5000") int tokens,
  @DefaultValue("20") int depth,
  @DefaultValue("2000") int fields,
  @DefaultValue("30") int aliases,
  @DefaultValue("50") int fragments,
  @DefaultValue("30") int rootFields,
  @DefaultValue("1") int mutations,
  @DefaultValue("2000") int listItems,
  @DefaultValue("2MB") DataSize answer,
  @DefaultValue("200") int upstreamCalls
) {
  public LimitSettings {
    positive("body", body.toBytes());
    positive("answer", answer.toBytes());
    Map.ofEntries(
      Map.entry("characters", characters),
      Map.entry("word-length", wordLength),
      Map.entry("text-length", textLength),
      Map.entry("tokens", tokens),
      Map.entry("depth", depth),
      Map.entry("fields", fields),
      Map.entry("aliases", aliases),
      Map.entry("fragments", fragments),
      Map.entry("root-fields", rootFields),
      Map.entry("mutations", mutations),
      Map.entry("list-items", listItems),
      Map.entry("upstream-calls", upstreamCalls)
    ).forEach(LimitSettings::positive);
  }

  private static void positive(String name, Number limit) {
    if (limit.longValue() <= 0 || limit.longValue() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
        "gateway.api.limits.%s must be above zero, and fit in 31 bits".formatted(name)
      );
    }
  }
}

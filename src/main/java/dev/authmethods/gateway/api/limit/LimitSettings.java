package dev.authmethods.gateway.api.limit;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may ask for; all of it has to be above zero. Prefix {@code gateway.api.limits}.
 *
 * @param body          how long its body may be
 * @param characters    how long its document may be
 * @param wordLength    how long a name or a number of its document may be
 * @param textLength    how long a string or a comment of its document may be
 * @param tokens        how many tokens its document may have, and ten times as many blanks and commas
 * @param depth         how deep its fields may nest; GraphiQL's introspection takes 15
 * @param fields        how many fields an operation may select, fragments spread out
 * @param aliases       how many fields of its document may have an alias
 * @param fragments     how many fragments its document may define, which nest no deeper than its fields may
 * @param directives    how many directives its document may use
 * @param rootFields    how many fields a query may select of its root
 * @param mutations     how many fields a mutation may select of its root
 * @param listItems     how long a list in its arguments may be; beyond what the schema allows anywhere, which says so in its own way
 * @param answer        how many bytes its answer may have
 * @param upstreamCalls how many calls to Microsoft Graph it may need by the schema's {@code @upstreamCalls}, when nothing goes
 *                      wrong; what the schema allows in one field takes up to 150
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
  @DefaultValue("50") int directives,
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
      Map.entry("directives", directives),
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

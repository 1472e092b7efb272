package dev.authmethods.gateway.methods;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.util.TokenBuffer;

/** The kinds that have features, and those that are only listed. */
@Component
class KnownKinds implements MethodReader.OfEveryKind {

  private final List<MethodReader<?>> all;
  private final Map<String, MethodReader<?>> byTypeName;
  private final Map<String, MethodReader<?>> byEntityType;

  KnownKinds(List<MethodReader<?>> features) {
    this.all = Stream.<MethodReader<?>>concat(features.stream(), ListedKind.ALL.stream()).toList();
    this.byTypeName = all.stream().collect(toUnmodifiableMap(kind -> kind.type().getSimpleName(), identity()));
    this.byEntityType = all.stream().collect(toUnmodifiableMap(MethodReader::entityType, identity()));
  }

  @Override
  public List<MethodReader<?>> all() {
    return all;
  }

  @Override
  public @Nullable MethodReader<?> of(String typeName) {
    return byTypeName.get(typeName);
  }

  /** Which kind it is can stand anywhere in the object. */
  @Override
  public @Nullable AuthenticationMethod read(UserKey user, JsonParser in, boolean isMasked) {
    if (!Json.isObject(in)) {
      return null;
    }
    try (var method = TokenBuffer.forBuffering(in, ObjectReadContext.empty())) {
      method.copyCurrentStructure(in);
      var properties = Json.properties(parser(method));
      var type = properties.text("@odata.type");
      var kind = type == null ? null : byEntityType.get(type.substring(type.lastIndexOf('.') + 1));
      return kind == null ? unknown(user, properties, type) : kind.read(user, parser(method), isMasked);
    }
  }

  private static JsonParser parser(TokenBuffer method) {
    return method.asParserOnFirstToken(ObjectReadContext.empty());
  }

  private static @Nullable AuthenticationMethod unknown(
    UserKey user,
    Json.Properties properties,
    @Nullable String type
  ) {
    var id = properties.text("id");
    return id == null || id.isBlank()
      ? null
      : new UnknownAuthenticationMethod(user, id, properties.moment("createdDateTime"), type);
  }
}

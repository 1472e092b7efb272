package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.lookup.MethodReader;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reference to a method, as clients write one: the schema sees to it that exactly one component is given. */
record AuthenticationMethodRef(@Nullable String id, @Nullable OfUser ofUser) {
  static final List<String> METHOD = List.of("input", "method");

  /** A method by the ids of Microsoft Graph. */
  record OfUser(UserRef user, AuthenticationMethodKind kind, String methodId) {}

  /** A reference that can be understood: of the kinds that the gateway does not know, the ids say no more. */
  record Target(UserKey user, AuthenticationMethodKind kind, String typeName, String methodId) {
    /** The same text for the same method. */
    String subject() {
      return typeName + "/" + methodId;
    }
  }

  Parsed<Target> parse(MethodReader.OfEveryKind kinds) {
    return ofUser == null ? byGlobalId(kinds) : byIds(ofUser, kinds);
  }

  private Parsed<Target> byGlobalId(MethodReader.OfEveryKind kinds) {
    return switch (id == null ? null : GlobalId.parse(id)) {
      case GlobalId.OfMethod(var type, var user, var methodId) -> Parsed.valid(target(user, type, methodId, kinds));
      case GlobalId.OfMethodByName(var type, var user, var methodId) -> Parsed.valid(
        target(user, type, methodId, kinds)
      );
      case GlobalId.OfUser _ -> invalid("id", "GlobalId");
      case null -> invalid("id", "GlobalId");
    };
  }

  private static Target target(UserKey user, String typeName, String methodId, MethodReader.OfEveryKind kinds) {
    var kind = kinds.of(typeName);
    return new Target(user, kind == null ? AuthenticationMethodKind.UNKNOWN : kind.kind(), typeName, methodId);
  }

  private static Parsed<Target> byIds(OfUser ofUser, MethodReader.OfEveryKind kinds) {
    var user = ofUser.user.key();
    if (user == null) {
      return invalidUser(ofUser.user);
    }
    var typeName = kinds
      .all()
      .stream()
      .filter(kind -> kind.kind() == ofUser.kind)
      .map(kind -> kind.type().getSimpleName())
      .findFirst()
      .orElse("UnknownAuthenticationMethod");
    return Parsed.valid(new Target(user, ofUser.kind, typeName, ofUser.methodId));
  }

  /** An object id that is no GUID breaks a constraint of the schema: the constraint has the error. */
  private static Parsed<Target> invalidUser(UserRef user) {
    if (user.id() != null) {
      return invalid("ofUser.user.id", "GlobalId");
    }
    return user.userPrincipalName() == null
      ? new Parsed.Invalid<>(List.of())
      : invalid("ofUser.user.userPrincipalName", "UserPrincipalName");
  }

  private static Parsed<Target> invalid(String field, String constraint) {
    var path = Stream.concat(METHOD.stream(), Stream.of(field.split("\\."))).toList();
    return Parsed.invalid(new InvalidInputError(path, constraint, List.of()));
  }
}

package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads the methods of one kind as Microsoft Graph writes them, in the collection of the kind or among those of all kinds. */
public interface MethodReader<M extends AuthenticationMethod> {
  /** The readers of all kinds. */
  interface OfEveryKind {
    /** A reader for each kind that the gateway knows. */
    List<MethodReader<?>> all();

    /** The reader of the kind whose type has this name in the schema; null when the gateway does not know it. */
    @Nullable
    MethodReader<?> of(String typeName);

    /**
     * Reads one method of any kind. A kind that the gateway does not know stays a method; null when nobody can say which method
     * it is.
     */
    @Nullable
    AuthenticationMethod read(UserKey user, JsonParser in, boolean isMasked);
  }

  /** The record of the kind: its simple name is the name of its type in the schema. */
  Class<M> type();

  /** The kind. */
  AuthenticationMethodKind kind();

  /** The name of the type in Microsoft Graph, without its namespace, such as {@code phoneAuthenticationMethod}. */
  String entityType();

  /** The last part of the collection's path in Microsoft Graph, such as {@code phoneMethods}. */
  String collection();

  /**
   * Reads one method. A property that cannot be read is left out, and the others stay; null when nobody can say which method it
   * is.
   */
  @Nullable
  M read(UserKey user, JsonParser in);

  /** The method for callers who may not see it in full. */
  default M masked(M method) {
    return method;
  }

  /** Everything of a method that a change of it changes: two methods with one id are the same if this is the same. */
  default String fingerprint(M method) {
    return method.methodId();
  }

  /** The methods of the same kind that have to go before this one does. */
  default List<M> dependents(M method, List<M> existing) {
    return List.of();
  }

  /** The same as {@link #read}, masked if it has to be. */
  default @Nullable M read(UserKey user, JsonParser in, boolean isMasked) {
    var method = read(user, in);
    return method == null || !isMasked ? method : masked(method);
  }
}

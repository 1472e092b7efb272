package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.method.AuthenticationMethod;
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
  }

  /** The record of the kind: its simple name is the name of its type in the schema. */
  Class<M> type();

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

  /** The same as {@link #read}, masked if it has to be. */
  default @Nullable M read(UserKey user, JsonParser in, boolean isMasked) {
    var method = read(user, in);
    return method == null || !isMasked ? method : masked(method);
  }
}

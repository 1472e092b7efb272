package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of Microsoft Graph for the methods of one kind. {@link MethodWrites} does for every kind what is the same for all:
 * access, body, write log and answer. It asks a kind only for the operations that the kind names.
 */
public interface MethodRules {
  MethodKind kind();

  /** The operations that Graph offers for methods of this kind; any other is answered with 405. */
  Set<MethodOperation> operations();

  /** Whether users can create and update their own methods of this kind. */
  default boolean allowsSelfService() {
    return false;
  }

  /**
   * Reads the body of a creation.
   *
   * @throws GraphError when the body is not valid
   */
  default NewMethod create(DirectoryUser user, ObjectNode body) {
    throw GraphError.verbNotAllowed();
  }

  /** The methods of the user with a new one among them. */
  default UserMethods add(UserMethods existing, Method created) {
    return existing.with(created);
  }

  /** A new method in the answer to its creation, which may show more than later answers. */
  default ObjectNode created(Method method) {
    return method.json(false);
  }

  /**
   * Reads the body of an update, and returns the change of the method that is there.
   *
   * @throws GraphError when the body is not valid
   */
  default Function<Method, Method> update(DirectoryUser user, ObjectNode body) {
    throw GraphError.verbNotAllowed();
  }

  /** Refuses a deletion because of the id in its address, before the method is looked for. */
  default void checkIdForDelete(String id) {}

  /** Refuses a deletion that the kind's rules forbid. */
  default void checkDelete(MethodTarget target, UserMethods existing, Method method) {}

  /** Does what the deletion of a method brings about elsewhere. */
  default void deleted(DirectoryUser user, Method method) {}

  /** The operation behind the last segment of an address, in lower case; empty when there is no such action. */
  default Optional<MethodOperation> action(String segment) {
    return Optional.empty();
  }

  /** Applies an action to a method. */
  default Method act(MethodOperation operation, DirectoryUser user, Method method) {
    throw GraphError.verbNotAllowed();
  }

  /** Refuses after the change was made: Graph answers some changes that it has made with an error. */
  default void refuseAfterwards(Method saved) {}

  /** The method as a caller sees it. */
  default ObjectNode json(Method method, boolean masked) {
    return method.json(masked);
  }

  /**
   * The properties of a method that the write log shows: as a rule, which method it is.
   *
   * @param after the method after the change; null when it was deleted
   */
  default ObjectNode logged(String methodId, @Nullable Method after) {
    return JsonTree.object().put("@odata.type", kind().typeName()).put("id", methodId);
  }

  /**
   * A method that a caller asks for.
   *
   * @param id the id that it will have
   * @param make makes the method, or refuses because of the methods that the user already has
   */
  record NewMethod(String id, Function<UserMethods, Method> make) {}
}

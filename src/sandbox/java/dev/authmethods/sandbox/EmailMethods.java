package dev.authmethods.sandbox;

import static dev.authmethods.sandbox.Operation.CREATE;
import static dev.authmethods.sandbox.Operation.DELETE;
import static dev.authmethods.sandbox.Operation.UPDATE;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules for email methods (<a href="https://learn.microsoft.com/graph/api/resources/emailauthenticationmethod">emailAuthenticationMethod</a>).
 *
 * @param allowsSelfService whether users can create and update their own
 * @param statusOfSecond the status that refuses a second one
 * @param masksAddresses whether callers who see phone numbers masked see addresses masked too
 */
record EmailMethods(boolean allowsSelfService, int statusOfSecond, boolean masksAddresses) implements MethodRules {
  private static final String ADDRESS = "emailAddress";

  @Override
  public MethodKind kind() {
    return MethodKind.EMAIL;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(CREATE, UPDATE, DELETE);
  }

  /** A user has at most one (<a href="https://learn.microsoft.com/graph/api/authentication-post-emailmethods">Create emailMethod</a>). */
  @Override
  public NewMethod create(User user, ObjectNode body) {
    var address = BodyProperties.require(body, ADDRESS, EmailAddress::parse);
    return new NewMethod(EmailMethod.ID, existing -> {
      if (existing.find(MethodKind.EMAIL, EmailMethod.ID).isPresent()) {
        throw GraphError.of(statusOfSecond, null, "An email authentication method is already registered.");
      }
      return new EmailMethod(address, null);
    });
  }

  /** <a href="https://learn.microsoft.com/graph/api/emailauthenticationmethod-update">Update emailAuthenticationMethod</a>. */
  @Override
  public Function<Method, Method> update(User user, ObjectNode body) {
    var address = BodyProperties.read(body, ADDRESS, EmailAddress::parse).orElseThrow(GraphError::nothingToUpdate);
    return existing -> new EmailMethod(address, ((EmailMethod) existing).createdDateTime());
  }

  @Override
  public ObjectNode json(Method method, boolean masked) {
    return method.json(masked && masksAddresses);
  }

  @Override
  public Optional<ObjectNode> logged(String methodId, @Nullable Method after) {
    return Optional.of(Json.object().put(ADDRESS, after == null ? null : ((EmailMethod) after).address().text()));
  }
}

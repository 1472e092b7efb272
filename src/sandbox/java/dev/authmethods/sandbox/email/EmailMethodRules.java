package dev.authmethods.sandbox.email;

import static dev.authmethods.sandbox.method.MethodOperation.CREATE;
import static dev.authmethods.sandbox.method.MethodOperation.DELETE;
import static dev.authmethods.sandbox.method.MethodOperation.UPDATE;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.BodyProperties;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.MethodOperation;
import dev.authmethods.sandbox.method.MethodRules;
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
public record EmailMethodRules(
  boolean allowsSelfService,
  int statusOfSecond,
  boolean masksAddresses
) implements MethodRules {
  private static final String ADDRESS = "emailAddress";

  @Override
  public MethodKind kind() {
    return MethodKind.EMAIL;
  }

  @Override
  public Set<MethodOperation> operations() {
    return Set.of(CREATE, UPDATE, DELETE);
  }

  /** A user has at most one (<a href="https://learn.microsoft.com/graph/api/authentication-post-emailmethods">Create emailMethod</a>). */
  @Override
  public NewMethod create(DirectoryUser user, ObjectNode body) {
    var address = BodyProperties.require(body, ADDRESS, StoredEmailAddress::parse);
    return new NewMethod(RegisteredEmail.ID, existing -> {
      if (existing.find(MethodKind.EMAIL, RegisteredEmail.ID).isPresent()) {
        throw GraphError.of(statusOfSecond, null, "An email authentication method is already registered.");
      }
      return new RegisteredEmail(address, null);
    });
  }

  /** <a href="https://learn.microsoft.com/graph/api/emailauthenticationmethod-update">Update emailAuthenticationMethod</a>. */
  @Override
  public Function<Method, Method> update(DirectoryUser user, ObjectNode body) {
    var address = BodyProperties.read(body, ADDRESS, StoredEmailAddress::parse).orElseThrow(
      GraphError::nothingToUpdate
    );
    return existing -> new RegisteredEmail(address, ((RegisteredEmail) existing).createdDateTime());
  }

  @Override
  public ObjectNode json(Method method, boolean masked) {
    return method.json(masked && masksAddresses);
  }

  @Override
  public ObjectNode logged(String methodId, @Nullable Method after) {
    return JsonTree.object().put(ADDRESS, after == null ? null : ((RegisteredEmail) after).address().text());
  }
}

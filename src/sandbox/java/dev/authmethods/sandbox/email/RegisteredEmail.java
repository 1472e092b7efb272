package dev.authmethods.sandbox.email;

import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The email address with which a user can reset a forgotten password
 * (<a href="https://learn.microsoft.com/graph/api/resources/emailauthenticationmethod">emailAuthenticationMethod</a>).
 *
 * @param createdDateTime null for a new one: the documented answer to a creation has no such property
 */
public record RegisteredEmail(StoredEmailAddress address, @Nullable String createdDateTime) implements Method {
  /** The id that the email method of every user has. */
  public static final String ID = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public MethodKind kind() {
    return MethodKind.EMAIL;
  }

  @Override
  public ObjectNode json(boolean masked) {
    var json = JsonTree.object()
      .put("id", ID)
      .put("emailAddress", masked ? address.masked() : address.text());
    return createdDateTime == null ? json : json.put("createdDateTime", createdDateTime);
  }
}

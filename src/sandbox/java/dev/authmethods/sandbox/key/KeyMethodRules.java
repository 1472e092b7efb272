package dev.authmethods.sandbox.key;

import dev.authmethods.sandbox.behaviour.GraphBehaviour;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.MethodOperation;
import dev.authmethods.sandbox.method.MethodRules;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.method.UserMethods;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The rules of a kind whose methods are keys in the directory: callers can read and delete them (Microsoft Graph: Delete
 * fido2AuthenticationMethod, Delete windowsHelloForBusinessAuthenticationMethod).
 */
public record KeyMethodRules(MethodKind kind, Supplier<GraphBehaviour> behaviour) implements MethodRules {
  private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  @Override
  public Set<MethodOperation> operations() {
    return Set.of(MethodOperation.DELETE);
  }

  /** The directory takes the id of a Windows Hello method for Base64, and refuses one that looks like a GUID. */
  @Override
  public void checkIdForDelete(String id) {
    if (kind == MethodKind.WINDOWS_HELLO && GUID.matcher(id).matches()) {
      throw GraphError.badRequest("Invalid value for KeyId");
    }
  }

  /** Users must have signed in with a second factor a short time ago to delete their own keys. */
  @Override
  public void checkDelete(MethodTarget target, UserMethods existing, Method method) {
    var isOwn = target.found() != null && target.caller().is(target.found());
    if (isOwn && !target.caller().hasFreshMfa()) {
      var text = "MFA is required for a 'RemoveKey' operation, but was not performed.";
      throw GraphError.ofTheDirectoryBehind(behaviour.get().stepUpStatus(), text);
    }
  }
}

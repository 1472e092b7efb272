package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/** What Microsoft Graph accepts in the place of a user: the object id or the user principal name. */
public sealed interface UserKey permits ObjectId, UserPrincipalName {
  /** Reads either form; null when the text is neither. */
  static @Nullable UserKey parse(String text) {
    var objectId = ObjectId.parse(text);
    return objectId != null ? objectId : UserPrincipalName.parse(text);
  }

  /** The key as Microsoft Graph takes it, before any encoding. */
  String value();
}

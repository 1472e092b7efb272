package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/** The key that Microsoft Graph accepts for a user: the object id or the user principal name. */
public sealed interface UserKey permits ObjectId, UserPrincipalName {
  /** Reads either form; null when the text is neither. */
  static @Nullable UserKey parse(String text) {
    return text.indexOf('@') < 0 ? ObjectId.parse(text) : UserPrincipalName.parse(text);
  }

  /**
   * The object id of the user whom an answer of Microsoft Graph describes; null when that is not the user whom this key names,
   * or when the answer does not tell.
   *
   * @param objectId          the {@code id} in the answer
   * @param userPrincipalName the {@code userPrincipalName} in the answer
   */
  @Nullable
  ObjectId idOfUser(@Nullable String objectId, @Nullable String userPrincipalName);

  /** The key as Microsoft Graph takes it, before any encoding. */
  String value();
}

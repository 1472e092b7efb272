package dev.authmethods.gateway.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.kiota.RequestInformation;
import dev.authmethods.gateway.method.UserKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a user is read.
 *
 * <p>A name that begins with a dollar sign is understood only in parentheses and quotes, with a quote in it doubled; in any
 * other place it would be taken for a system resource. Source: Microsoft Graph, Get a user.
 */
public final class UserAddress {

  private final UserItemRequestBuilder user;
  private final String endpoint;
  private final String key;

  private UserAddress(UserItemRequestBuilder user, String endpoint, String key) {
    this.user = user;
    this.endpoint = endpoint;
    this.key = key;
  }

  /** The address of the user that the key leads to. */
  public static UserAddress of(GraphServiceClient client, String endpoint, UserKey user) {
    return new UserAddress(client.users().byUserId(user.value()), endpoint, user.value());
  }

  /** The request that reads some properties of the user. */
  public RequestInformation get(String... properties) {
    return isPlain(key)
      ? user.toGetRequestInformation(request -> Objects.requireNonNull(request.queryParameters).select = properties)
      : user.withUrl(inParentheses() + "?$select=" + String.join(",", properties)).toGetRequestInformation();
  }

  static boolean isPlain(String key) {
    return !key.startsWith("$");
  }

  private String inParentheses() {
    return endpoint + "/users('" + URLEncoder.encode(key.replace("'", "''"), StandardCharsets.UTF_8) + "')";
  }
}

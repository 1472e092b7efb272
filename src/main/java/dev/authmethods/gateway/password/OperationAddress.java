package dev.authmethods.gateway.password;

import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.ObjectId;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of an operation: its id, and the two parameters by which Microsoft Graph finds the service that knows it. Source: the
 * header {@code Location} of https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword
 *
 * <p>It is made of names only, and of no address: a client that changes it cannot lead the gateway to another place.
 */
record OperationAddress(ObjectId user, String operationId, String dataCenter, String scaleUnit) {
  /** The name of the type in the schema. */
  static final String TYPE = "PasswordResetOperation";

  private static final String DATA_CENTER = "aadgdc";
  private static final String SCALE_UNIT = "aadgsu";
  private static final String PART = "[A-Za-z0-9-]{1,40}";
  private static final Pattern LOCAL = Pattern.compile("(" + PART + ")_(" + PART + ")_(" + PART + ")");
  private static final Pattern LOCATION = Pattern.compile(".*/authentication/operations/(" + PART + ")\\?([^?#]*)");

  /** Reads a {@code Location}, of which only the end counts; null when it leads to no operation. */
  static @Nullable OperationAddress ofLocation(ObjectId user, @Nullable String location) {
    var matcher = LOCATION.matcher(location == null ? "" : location);
    if (!matcher.matches()) {
      return null;
    }
    var query = query(matcher.group(2));
    var local = String.join(
      "_",
      matcher.group(1),
      query.getOrDefault(DATA_CENTER, ""),
      query.getOrDefault(SCALE_UNIT, "")
    );
    return ofLocal(user, local);
  }

  /** Reads the local part of a global id; null when it is none of an operation. */
  static @Nullable OperationAddress ofLocal(ObjectId user, String local) {
    var parts = LOCAL.matcher(local);
    return parts.matches() ? new OperationAddress(user, parts.group(1), parts.group(2), parts.group(3)) : null;
  }

  private static Map<String, String> query(String text) {
    return Stream.of(text.split("&"))
      .map(pair -> pair.split("=", 2))
      .filter(pair -> pair.length == 2)
      .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, _) -> one));
  }

  /** The global id. */
  GlobalId id() {
    return new GlobalId.OfMethod(TYPE, user, String.join("_", operationId, dataCenter, scaleUnit));
  }

  /** The path below the version. */
  String path() {
    var query = "?" + DATA_CENTER + "=" + dataCenter + "&" + SCALE_UNIT + "=" + scaleUnit;
    return UserAddress.of(user) + "/authentication/operations/" + operationId + query;
  }
}

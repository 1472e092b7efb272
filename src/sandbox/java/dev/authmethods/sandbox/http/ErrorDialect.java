package dev.authmethods.sandbox.http;

import static java.util.Locale.ROOT;

import java.util.Map;

/** The two manners in which Graph words its errors: the directory's and that of the authentication methods. */
public enum ErrorDialect {
  DIRECTORY,
  AUTHENTICATION_METHODS;

  private static final Map<Integer, String> DIRECTORY_CODES = Map.of(
    400,
    "Request_BadRequest",
    401,
    "InvalidAuthenticationToken",
    403,
    "Authorization_RequestDenied",
    404,
    "Request_ResourceNotFound",
    405,
    "Request_BadRequest",
    429,
    "TooManyRequests",
    503,
    "serviceNotAvailable",
    504,
    "gatewayTimeout"
  );
  private static final Map<Integer, String> METHOD_CODES = Map.of(
    400,
    "badRequest",
    401,
    "InvalidAuthenticationToken",
    403,
    "accessDenied",
    404,
    "resourceNotFound",
    405,
    "Request_BadRequest",
    409,
    "conflict",
    429,
    "TooManyRequests",
    503,
    "serviceNotAvailable",
    504,
    "gatewayTimeout"
  );

  public static ErrorDialect of(String path) {
    var lower = path.toLowerCase(ROOT);
    return lower.contains("/authentication") && !lower.contains("/policies/") ? AUTHENTICATION_METHODS : DIRECTORY;
  }

  /** The usual code for a status. */
  String code(int status) {
    return (this == DIRECTORY ? DIRECTORY_CODES : METHOD_CODES).getOrDefault(status, "generalException");
  }
}

package dev.authmethods.gateway.api.request;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request is refused before any of it is executed, for what it is: says why, and repeats nothing of what was sent. */
public final class InvalidRequest extends ResponseStatusException {

  private final Code code;
  private final String message;

  /** The code that the client gets in {@code extensions.code}. */
  public enum Code {
    /** There is no body. */
    EMPTY_BODY,
    /** A body or parameter is no JSON, has something after it, names a member of an object twice, or is too large to be read. */
    MALFORMED_JSON,
    /** The address cannot be decoded. */
    MALFORMED_URL,
    /** The address has a parameter twice. */
    DUPLICATE_PARAMETER,
    /** The body or a parameter is JSON of another type than it must be. */
    WRONG_TYPE,
    /** There is no document. */
    MISSING_QUERY,
    /** A mutation comes with a method that must not change anything. */
    METHOD_NOT_ALLOWED;

    /** Whether the request can be read, and only says something that cannot be. */
    public boolean isReadable() {
      return this == DUPLICATE_PARAMETER || this == WRONG_TYPE || this == MISSING_QUERY;
    }
  }

  public InvalidRequest(Code code, String message) {
    super(code == Code.METHOD_NOT_ALLOWED ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.BAD_REQUEST);
    this.code = code;
    this.message = message;
  }

  static InvalidRequest wrongType(String name, String type) {
    return new InvalidRequest(Code.WRONG_TYPE, name + " must be " + type + ".");
  }

  /** The code for the client. */
  public Code code() {
    return code;
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public HttpHeaders getHeaders() {
    var headers = new HttpHeaders();
    if (code == Code.METHOD_NOT_ALLOWED) {
      headers.set(HttpHeaders.ALLOW, RequestMethod.POST.name());
    }
    return headers;
  }
}

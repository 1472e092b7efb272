package dev.authmethods.sandbox.query;

/** A query option that cannot be read, with the reason for the client. */
public final class QuerySyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1;

  QuerySyntaxException(String reason) {
    super(reason, null, false, false);
  }

  static QuerySyntaxException at(String text) {
    return new QuerySyntaxException("Syntax error in the query option at '" + text + "'.");
  }
}

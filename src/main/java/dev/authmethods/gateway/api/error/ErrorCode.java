package dev.authmethods.gateway.api.error;

import graphql.ErrorClassification;

/** The codes of GraphQL errors: what is no outcome of a mutation and not in a union. */
public enum ErrorCode implements ErrorClassification {
  /** The document cannot be read. */
  GRAPHQL_PARSE_FAILED,
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED,
  /** The document has no operation of the name that was given, or several and no name was. */
  OPERATION_RESOLUTION_FAILURE,
  /** The schema is not for asking. */
  INTROSPECTION_DISABLED,
  /** The client asks for the schema in a way that no tool does: too deep, or for the same parts again and again. */
  BAD_FAITH_INTROSPECTION,
  /** The document is not one of the trusted documents. */
  DOCUMENT_NOT_TRUSTED,
  /** The document has another hash than the request says. */
  DOCUMENT_ID_MISMATCH,
  /** No document is known under this hash: send its text. Source: Apollo's automatic persisted queries, code and text. */
  PERSISTED_QUERY_NOT_FOUND,
  /** The body is longer than {@code extensions.limit} bytes. */
  BODY_TOO_LARGE,
  /** The answer would have more than {@code extensions.limit} bytes; the work was done. */
  ANSWER_TOO_LARGE,
  /** The document has more characters than {@code extensions.limit}. */
  TOO_MANY_CHARACTERS,
  /** A name, number, string or comment of the document has more characters than {@code extensions.limit}. */
  TOKEN_TOO_LONG,
  /** The document defines more fragments than {@code extensions.limit}. */
  TOO_MANY_FRAGMENTS,
  /** The document has more tokens than {@code extensions.limit}. */
  TOO_MANY_TOKENS,
  /** The document nests deeper than {@code extensions.limit}. */
  TOO_DEEP,
  /** An operation selects more fields than {@code extensions.limit}. */
  TOO_MANY_FIELDS,
  /** The document has more aliases than {@code extensions.limit}. */
  TOO_MANY_ALIASES,
  /** An operation selects more fields of its root than {@code extensions.limit}, which is another for mutations. */
  TOO_MANY_ROOT_FIELDS,
  /** A list in the variables has more items than {@code extensions.limit}. */
  LIST_TOO_LONG,
  /** An operation needs more calls to Microsoft Graph than {@code extensions.limit}. */
  TOO_COSTLY,
  /** The variables do not fit the document. */
  BAD_USER_INPUT,
  /** Arguments of a query break constraints of the schema. */
  INVALID_INPUT,
  /** Microsoft Graph refused the caller. */
  PERMISSION_DENIED,
  /** Entra wants the caller to sign in again with more; in {@code extensions.claims}, the base64 of a JSON object. */
  CLAIMS_REQUIRED,
  /**
   * Entra no longer accepts the caller's token. This error follows a write; otherwise the whole request gets this
   * answer.
   */
  UNAUTHENTICATED,
  /** The caller's organization blocks the caller. This error follows a write, as above. */
  ACCESS_BLOCKED,
  /** Microsoft Graph asks for patience; {@code extensions.retryAfterSeconds} says for how long, if it is known. */
  UPSTREAM_THROTTLED,
  /** Microsoft could not be reached, failed, or did not answer in time; {@code extensions.retryAfterSeconds} as above. */
  UPSTREAM_UNAVAILABLE,
  /** Microsoft refused for a reason that has no code here; {@code extensions.upstreamCode} has its own. */
  UPSTREAM_REFUSED,
  /** Entra does not let the gateway do this; only its operators can repair that. */
  GATEWAY_CONFIGURATION,
  /** The client went away before the answer was ready. */
  CANCELLED,
  /** A fault of the gateway. */
  INTERNAL_ERROR,
}

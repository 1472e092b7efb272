package dev.authmethods.gateway.api;

import graphql.ErrorClassification;

/** The codes of GraphQL errors: what is no outcome of a mutation and not in a union. */
enum Failure implements ErrorClassification {
  /** The document cannot be read. */
  GRAPHQL_PARSE_FAILED,
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED,
  /** The document has no operation of the name that was given, or several and no name was. */
  OPERATION_RESOLUTION_FAILURE,
  /** The schema is not for asking. */
  INTROSPECTION_DISABLED,
  /** The variables do not fit the document. */
  BAD_USER_INPUT,
  /** Arguments of a query break constraints of the schema. */
  INVALID_INPUT,
  /** Microsoft Graph refused the caller. */
  PERMISSION_DENIED,
  /** Entra wants the caller to sign in again with more; in {@code extensions.claims}, the base64 of a JSON object. */
  CLAIMS_REQUIRED,
  /** Microsoft Graph asks for patience. */
  UPSTREAM_THROTTLED,
  /** Microsoft could not be reached, failed, or did not answer in time. */
  UPSTREAM_UNAVAILABLE,
  /** The client went away before the answer was ready. */
  CANCELLED,
  /** A fault of the gateway. */
  INTERNAL_ERROR,
}

package dev.authmethods.gateway.api;

import graphql.ExecutionResult;
import graphql.GraphQLError;

/** Which status says what, in answers to requests with a good token. Source: GraphQL over HTTP, status codes. */
enum StatusProfile {
  /**
   * What the official audits ask for: 400 for whatever is not executed, and 200 for that too where {@link Representation#JSON} is
   * answered.
   */
  AUDIT {
    @Override
    int of(ExecutionResult result, Representation representation) {
      return result.isDataPresent() || representation == Representation.JSON ? OK : BAD_REQUEST;
    }

    @Override
    int of(RequestRefusal refusal) {
      return refusal.getStatusCode().value();
    }

    @Override
    HttpAnswer typed(HttpAnswer answer) {
      return answer;
    }
  },

  /**
   * The draft of August 2026: 422 for what can be read but not executed, 294 for what was executed in part. {@link
   * Representation#JSON}, which has no such status, says with a success only that it comes from GraphQL; so nothing else is
   * answered with it.
   */
  DRAFT_2026 {
    @Override
    int of(ExecutionResult result, Representation representation) {
      if (!result.isDataPresent()) {
        return result.getErrors().stream().anyMatch(StatusProfile::isUnreadable) ? BAD_REQUEST : UNPROCESSABLE;
      }
      return result.getErrors().isEmpty() || representation == Representation.JSON ? OK : PARTIAL_SUCCESS;
    }

    @Override
    int of(RequestRefusal refusal) {
      return refusal.code().isReadable() ? UNPROCESSABLE : refusal.getStatusCode().value();
    }

    @Override
    HttpAnswer typed(HttpAnswer answer) {
      return answer.isSuccess() ? answer : answer.as(Representation.GRAPHQL);
    }
  };

  /** Registered nowhere. */
  static final int PARTIAL_SUCCESS = 294;

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  /** Of what GraphQL made of a request. */
  abstract int of(ExecutionResult result, Representation representation);

  /** Of a request that is none of GraphQL. */
  abstract int of(RequestRefusal refusal);

  /** Any answer, in the type that its status may have. */
  abstract HttpAnswer typed(HttpAnswer answer);

  private static boolean isUnreadable(GraphQLError error) {
    var extensions = error.getExtensions();
    return extensions != null && Failure.GRAPHQL_PARSE_FAILED.name().equals(extensions.get("code"));
  }
}

package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.api.error.ErrorCode;
import dev.authmethods.gateway.api.request.InvalidRequest;
import graphql.ExecutionResult;
import graphql.GraphQLError;

/** Which status says what, in answers to requests with a good token. Source: GraphQL over HTTP, status codes. */
enum StatusProfile {
  /**
   * The statuses that the official audits ask for: 400 for every request that is not executed, but 200 for it if the
   * answer is {@link ResponseMediaType#JSON}.
   */
  AUDIT {
    @Override
    int of(ExecutionResult result, ResponseMediaType representation) {
      return result.isDataPresent() || representation == ResponseMediaType.JSON ? OK : BAD_REQUEST;
    }

    @Override
    int of(InvalidRequest refusal) {
      return refusal.getStatusCode().value();
    }

    @Override
    JsonResponse typed(JsonResponse answer) {
      return answer;
    }
  },

  /**
   * The draft of August 2026: 422 for what can be read but not executed, 294 for what was executed in part.
   * {@link ResponseMediaType#JSON}, which has no such status, says with a success only that it comes from GraphQL; so
   * nothing else is answered with it.
   */
  DRAFT_2026 {
    @Override
    int of(ExecutionResult result, ResponseMediaType representation) {
      if (!result.isDataPresent()) {
        return result.getErrors().stream().anyMatch(StatusProfile::isUnreadable) ? BAD_REQUEST : UNPROCESSABLE;
      }
      return result.getErrors().isEmpty() || representation == ResponseMediaType.JSON ? OK : PARTIAL_SUCCESS;
    }

    @Override
    int of(InvalidRequest refusal) {
      return refusal.code().isReadable() ? UNPROCESSABLE : refusal.getStatusCode().value();
    }

    @Override
    JsonResponse typed(JsonResponse answer) {
      return answer.isSuccess() ? answer : answer.as(ResponseMediaType.GRAPHQL);
    }
  };

  /** Registered nowhere. */
  static final int PARTIAL_SUCCESS = 294;

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  /** Of what GraphQL made of a request. */
  abstract int of(ExecutionResult result, ResponseMediaType representation);

  /** Of a request that is none of GraphQL. */
  abstract int of(InvalidRequest refusal);

  /** Any answer, in the type that its status may have. */
  abstract JsonResponse typed(JsonResponse answer);

  private static boolean isUnreadable(GraphQLError error) {
    var extensions = error.getExtensions();
    return extensions != null && ErrorCode.GRAPHQL_PARSE_FAILED.name().equals(extensions.get("code"));
  }
}

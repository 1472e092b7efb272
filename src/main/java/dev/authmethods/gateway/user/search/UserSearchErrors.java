package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.GatewayConfigurationError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.UpstreamErrors;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.error.UpstreamThrottledError;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.read.CursorNotAcceptedError;
import dev.authmethods.gateway.read.ReadErrors;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reasons why users could not be looked for. */
@Configuration(proxyBeanMethods = false)
class UserSearchErrors {

  private static final Set<Integer> TOKEN_REFUSED = Set.of(400, 410);
  private static final String UNSUPPORTED_QUERY = "Request_UnsupportedQuery";

  @Bean
  ReadErrors userSearchError() {
    return new ReadErrors(
      "UserSearchError",
      List.of(
        CursorNotAcceptedError.class,
        SearchNotSupportedError.class,
        UpstreamRefusedError.class,
        PermissionDeniedError.class,
        UpstreamThrottledError.class,
        UpstreamUnavailableError.class,
        GatewayConfigurationError.class
      )
    );
  }

  static CursorNotAcceptedError cursorNotAccepted() {
    return new CursorNotAcceptedError(List.of("after"));
  }

  /**
   * The error for a failure. The query of a page is the query of the first page: if Microsoft Graph refuses it later, it refuses the token.
   * It refuses the queries of the gateway in no tenant but those without advanced queries.
   */
  static ExpectedError of(EntraFailure failure, UserSearch search, boolean isContinued) {
    return switch (failure) {
      case EntraFailure.Refused refused when (
        isContinued && TOKEN_REFUSED.contains(refused.status())
      ) -> cursorNotAccepted();
      case EntraFailure.Refused refused when refused.code().equals(UNSUPPORTED_QUERY) -> new SearchNotSupportedError(
        List.of(search.unsupportedArgument())
      );
      default -> UpstreamErrors.ofRead(failure, List.of(), List.of());
    };
  }
}

package dev.authmethods.gateway.user.activity;

import dev.authmethods.gateway.error.GatewayConfigurationError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.error.UpstreamThrottledError;
import dev.authmethods.gateway.error.UpstreamUnavailableError;
import dev.authmethods.gateway.read.PremiumLicenseRequiredError;
import dev.authmethods.gateway.read.ReadErrors;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the reasons why it is not known when a user last signed in. */
@Configuration(proxyBeanMethods = false)
class SignInActivityErrors {

  @Bean
  ReadErrors signInActivityError() {
    return new ReadErrors(
      "SignInActivityError",
      List.of(
        PremiumLicenseRequiredError.class,
        PermissionDeniedError.class,
        UpstreamThrottledError.class,
        UpstreamUnavailableError.class,
        UpstreamRefusedError.class,
        GatewayConfigurationError.class
      )
    );
  }
}

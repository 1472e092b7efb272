package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.Entra;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two lookups of users: most requests need only the names. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

  @Bean
  EntraUsers namedUsers(Entra entra) {
    return new EntraUsers(entra, UserSelection.NAMES);
  }

  @Bean
  DetailedUsers detailedUsers(Entra entra, EntraUsers namedUsers, PeoplePolicy policy) {
    return new DetailedUsers(namedUsers, new EntraUsers(entra, UserSelection.DETAILS), policy);
  }
}

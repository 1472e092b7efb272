package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.change.AccessPolicy;
import dev.authmethods.gateway.change.AccessPolicy.ProtectedGroup;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.settings.UnusableSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChangeConfiguration.ProtectedGroupSettings.class)
class ChangeConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeConfiguration.class);

  @Bean
  AccessPolicy accessPolicy(Entra entra, ProtectedGroupSettings settings) {
    var group = settings.group();
    if (group != null) {
      var roles = group.roles().stream().map(DirectoryRole::nameOf).toList();
      LOG.info(
        "Members of the protected group {} are changed only by callers with a role among {}",
        group.id().value(),
        roles
      );
    }
    return new AccessPolicy(entra.cloud(), entra.actingAs(), group);
  }

  /**
   * The users whom only some callers may change. Prefix {@code gateway.access}.
   *
   * @param protectedGroup      The object id of a group of Entra, such as the accounts for emergencies. Only callers with one of
   *                            {@code protected-group-roles} change its members, direct and nested. None by default.
   * @param protectedGroupRoles The roles of Entra that may change members of {@code protected-group}: names or template ids. Tokens
   *                            of callers must list them ({@code wids}). Empty: nobody may.
   */
  @ConfigurationProperties("gateway.access")
  record ProtectedGroupSettings(
    @Nullable String protectedGroup,
    @DefaultValue("Privileged Authentication Administrator") List<String> protectedGroupRoles
  ) {
    private static final List<String> DEFAULT = List.of(
      DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR.displayName()
    );

    /** The group; null when none is set. {@link UnusableSettings} when somebody would be protected otherwise than was meant. */
    @Nullable
    ProtectedGroup group() {
      var problems = new ArrayList<String>();
      var id = protectedGroup == null ? null : ObjectId.parse(protectedGroup.strip());
      if (protectedGroup != null && id == null) {
        problems.add("gateway.access.protected-group (must be the object id of a group, a GUID)");
      }
      if (protectedGroup == null && !protectedGroupRoles.equals(DEFAULT)) {
        problems.add("gateway.access.protected-group (is missing, and gateway.access.protected-group-roles is set)");
      }
      var roles = protectedGroupRoles.stream().map(ProtectedGroupSettings::role).toList();
      if (roles.stream().anyMatch(Optional::isEmpty)) {
        problems.add(
          "gateway.access.protected-group-roles (has a name of no role that the gateway knows; a template id, a GUID, names any role)"
        );
      }
      if (!problems.isEmpty()) {
        throw new UnusableSettings("The gateway does not know whom to protect from whom", problems);
      }
      return id == null ? null : new ProtectedGroup(id, roles.stream().flatMap(Optional::stream).distinct().toList());
    }

    /** The template id of a role. */
    private static Optional<String> role(String given) {
      var text = given.strip();
      return Arrays.stream(DirectoryRole.values())
        .filter(role -> role.displayName().equalsIgnoreCase(text))
        .map(DirectoryRole::templateId)
        .findFirst()
        .or(() -> Optional.ofNullable(ObjectId.parse(text)).map(ObjectId::value));
    }
  }
}

package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.method.NationalCloud;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be done with phones, where, and what it takes. Source: the permissions and the clouds on each page of Microsoft
 * Graph.
 *
 * @param clouds      the clouds that offer it
 * @param permissions the permissions of which the gateway's token needs one
 * @param roles       the roles of which a user needs one, the least privileged first
 */
record Operation(Set<NationalCloud> clouds, GraphPermissions permissions, List<DirectoryRole> roles) {
  static final Operation READ = new Operation(everywhere(), Phone.TO_READ, readers());
  static final Operation ADD = new Operation(outsideChina(), Phone.TO_WRITE, writers());
  static final Operation UPDATE = new Operation(everywhere(), Phone.TO_WRITE, writers());
  static final Operation DELETE = UPDATE;
  static final Operation SMS_SIGN_IN = ADD;

  /** Whether it changes nothing. */
  boolean isRead() {
    return roles.contains(DirectoryRole.GLOBAL_READER);
  }

  private static Set<NationalCloud> everywhere() {
    return EnumSet.allOf(NationalCloud.class);
  }

  private static Set<NationalCloud> outsideChina() {
    return EnumSet.complementOf(EnumSet.of(NationalCloud.CHINA_21VIANET));
  }

  private static List<DirectoryRole> writers() {
    return List.of(DirectoryRole.AUTHENTICATION_ADMINISTRATOR, DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);
  }

  private static List<DirectoryRole> readers() {
    return Stream.concat(Stream.of(DirectoryRole.GLOBAL_READER), writers().stream()).toList();
  }

  private static final class Phone {

    static final List<String> WRITE = List.of(
      "UserAuthMethod-Phone.ReadWrite",
      "UserAuthMethod-Phone.ReadWrite.All",
      "UserAuthenticationMethod.ReadWrite",
      "UserAuthenticationMethod.ReadWrite.All"
    );
    static final List<String> READ = Stream.concat(
      Stream.of(
        "UserAuthMethod-Phone.Read",
        "UserAuthMethod-Phone.Read.All",
        "UserAuthenticationMethod.Read",
        "UserAuthenticationMethod.Read.All"
      ),
      WRITE.stream()
    ).toList();
    static final List<String> APPLICATION_WRITE = List.of(
      "UserAuthenticationMethod.ReadWrite.All",
      "UserAuthMethod-Phone.ReadWrite.All"
    );
    static final List<String> APPLICATION_READ = Stream.concat(
      Stream.of("UserAuthMethod-Phone.Read.All", "UserAuthenticationMethod.Read.All"),
      APPLICATION_WRITE.stream()
    ).toList();
    static final GraphPermissions TO_READ = new GraphPermissions(READ, APPLICATION_READ);
    static final GraphPermissions TO_WRITE = new GraphPermissions(WRITE, APPLICATION_WRITE);
  }
}

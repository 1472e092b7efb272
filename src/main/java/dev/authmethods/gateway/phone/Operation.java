package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.error.Permissions;
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
 * @param delegated   the permissions of which a user's token needs one, the least privileged first
 * @param application the permissions of which an application's token needs one, likewise
 * @param roles       the roles of which a user needs one
 */
record Operation(
  Set<NationalCloud> clouds,
  List<String> delegated,
  List<String> application,
  List<DirectoryRole> roles
) {
  static final Operation READ = new Operation(everywhere(), Phone.READ, Phone.APPLICATION_READ, readers());
  static final Operation ADD = new Operation(outsideChina(), Phone.WRITE, Phone.APPLICATION_WRITE, writers());
  static final Operation UPDATE = new Operation(everywhere(), Phone.WRITE, Phone.APPLICATION_WRITE, writers());
  static final Operation DELETE = UPDATE;
  static final Operation SMS_SIGN_IN = ADD;

  /** What it takes. */
  Permissions needs(ActingAs actingAs) {
    var names = roles.stream().map(DirectoryRole::displayName).toList();
    return new Permissions(actingAs == ActingAs.CALLER ? delegated : application, names);
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
  }
}

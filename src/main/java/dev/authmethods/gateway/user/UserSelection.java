package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.GraphPermissions;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonParser;

/**
 * The properties of users to read. Fewer are cheaper: most requests need only the names.
 *
 * @param lookup      the name of the lookup by which users are read so
 * @param permissions the permissions of which reading them takes one
 * @param select      the query option that asks for them
 * @param reader      reads a user who was asked for so
 */
public record UserSelection(
  String lookup,
  GraphPermissions permissions,
  String select,
  Function<JsonParser, EntraUser> reader
) {
  public static final UserSelection NAMES = of(
    "users",
    Entra.USERS,
    List.of("id", "userPrincipalName", "displayName"),
    EntraUser::read
  );
  public static final UserSelection DETAILS = of(
    "usersWithDetails",
    detailPermissions(),
    EntraUserDetails.PROPERTIES,
    EntraUserDetails::read
  );

  private static UserSelection of(
    String lookup,
    GraphPermissions permissions,
    List<String> properties,
    Function<JsonParser, EntraUser> reader
  ) {
    return new UserSelection(lookup, permissions, "$select=" + String.join(",", properties), reader);
  }

  /** The permission for names alone does not show details. Source: https://learn.microsoft.com/graph/api/user-get */
  private static GraphPermissions detailPermissions() {
    return new GraphPermissions(
      Entra.USERS.delegated()
        .stream()
        .filter(name -> !name.equals("User.ReadBasic.All"))
        .toList(),
      Entra.USERS.application()
    );
  }

  /** Reads a user who was asked for so. */
  public EntraUser read(JsonParser in) {
    return reader.apply(in);
  }
}

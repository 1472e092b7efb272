package dev.authmethods.gateway.entra;

import java.util.List;
import java.util.stream.Stream;

/** The permissions for the methods of one kind. Microsoft Graph names them by one pattern for all kinds. */
public final class MethodPermissions {

  private static final String ALL_KINDS = "UserAuthenticationMethod.";

  private MethodPermissions() {}

  /**
   * Permissions to read.
   *
   * @param kind as the permissions name it, such as {@code Phone} in {@code UserAuthMethod-Phone.Read}
   */
  public static GraphPermissions toRead(String kind) {
    var write = toWrite(kind);
    var delegated = List.of(ofKind(kind, "Read"), ofKind(kind, "Read.All"), ALL_KINDS + "Read", ALL_KINDS + "Read.All");
    var application = List.of(ofKind(kind, "Read.All"), ALL_KINDS + "Read.All");
    return new GraphPermissions(both(delegated, write.delegated()), both(application, write.application()));
  }

  /** Permissions to read the methods of all kinds together. */
  public static GraphPermissions toReadAllKinds() {
    return new GraphPermissions(
      List.of(ALL_KINDS + "Read", ALL_KINDS + "Read.All", ALL_KINDS + "ReadWrite", ALL_KINDS + "ReadWrite.All"),
      List.of(ALL_KINDS + "Read.All", ALL_KINDS + "ReadWrite.All")
    );
  }

  /** Permissions to write the methods of all kinds. */
  public static GraphPermissions toWriteAllKinds() {
    return new GraphPermissions(
      List.of(ALL_KINDS + "ReadWrite", ALL_KINDS + "ReadWrite.All"),
      List.of(ALL_KINDS + "ReadWrite.All")
    );
  }

  /** Permissions to write. */
  public static GraphPermissions toWrite(String kind) {
    return new GraphPermissions(
      List.of(
        ofKind(kind, "ReadWrite"),
        ofKind(kind, "ReadWrite.All"),
        ALL_KINDS + "ReadWrite",
        ALL_KINDS + "ReadWrite.All"
      ),
      List.of(ALL_KINDS + "ReadWrite.All", ofKind(kind, "ReadWrite.All"))
    );
  }

  private static String ofKind(String kind, String access) {
    return "UserAuthMethod-" + kind + "." + access;
  }

  private static List<String> both(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}

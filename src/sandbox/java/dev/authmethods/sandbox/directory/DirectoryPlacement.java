package dev.authmethods.sandbox.directory;

import java.util.List;

/**
 * The place of a user in the directory, without the built-in roles for the whole tenant.
 *
 * @param memberOf    the groups that the user is a member of
 * @param owns        the groups that the user owns
 * @param units       the administrative units that the user is in
 * @param assignments custom roles, and roles for a part of the tenant
 * @param isSynced    whether the user comes from an on-premises directory
 */
public record DirectoryPlacement(
  List<DirectoryGroup> memberOf,
  List<DirectoryGroup> owns,
  List<AdministrativeUnit> units,
  List<RoleAssignment> assignments,
  boolean isSynced
) {
  /** No place in groups and units. */
  public static final DirectoryPlacement NOWHERE = new DirectoryPlacement(List.of(), List.of(), List.of(), List.of());

  /** The user comes from an on-premises directory. */
  public static final DirectoryPlacement SYNCED = new DirectoryPlacement(
    List.of(),
    List.of(),
    List.of(),
    List.of(),
    true
  );

  /** The place of a user whom only the cloud knows. */
  public DirectoryPlacement(
    List<DirectoryGroup> memberOf,
    List<DirectoryGroup> owns,
    List<AdministrativeUnit> units,
    List<RoleAssignment> assignments
  ) {
    this(memberOf, owns, units, assignments, false);
  }

  public static DirectoryPlacement memberOf(DirectoryGroup group) {
    return new DirectoryPlacement(List.of(group), List.of(), List.of(), List.of());
  }

  public static DirectoryPlacement ownerOf(DirectoryGroup group) {
    return new DirectoryPlacement(List.of(), List.of(group), List.of(), List.of());
  }

  public static DirectoryPlacement in(AdministrativeUnit unit) {
    return new DirectoryPlacement(List.of(), List.of(), List.of(unit), List.of());
  }

  public static DirectoryPlacement holderOf(RoleAssignment assignment) {
    return new DirectoryPlacement(List.of(), List.of(), List.of(), List.of(assignment));
  }
}

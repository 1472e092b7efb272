package dev.authmethods.sandbox.control;

import static dev.authmethods.sandbox.control.SeedMethods.alternate;
import static dev.authmethods.sandbox.control.SeedMethods.authenticator;
import static dev.authmethods.sandbox.control.SeedMethods.authenticatorWithoutPassword;
import static dev.authmethods.sandbox.control.SeedMethods.email;
import static dev.authmethods.sandbox.control.SeedMethods.external;
import static dev.authmethods.sandbox.control.SeedMethods.hardwareOath;
import static dev.authmethods.sandbox.control.SeedMethods.mobile;
import static dev.authmethods.sandbox.control.SeedMethods.office;
import static dev.authmethods.sandbox.control.SeedMethods.passkey;
import static dev.authmethods.sandbox.control.SeedMethods.platformCredential;
import static dev.authmethods.sandbox.control.SeedMethods.qrCodePin;
import static dev.authmethods.sandbox.control.SeedMethods.softwareOath;
import static dev.authmethods.sandbox.control.SeedMethods.windowsHello;

import dev.authmethods.sandbox.directory.AdministrativeUnit;
import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryGroup;
import dev.authmethods.sandbox.directory.DirectoryPlacement;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Persona;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.RoleAssignment;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodStore;
import dev.authmethods.sandbox.method.UserMethods;
import dev.authmethods.sandbox.phone.PhoneMethodType;
import dev.authmethods.sandbox.phone.SignInState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contoso as it is after a start and after a reset: the same people with the same methods, always. */
final class Seed {

  private static final int GENERATED_USERS = 1_000;
  private static final String MEGAN = id(11);
  private static final DirectoryGroup BREAK_GLASS = group(3, "Break Glass Accounts", List.of());
  private static final DirectoryGroup OPERATORS = group(4, "Operators", List.of(BREAK_GLASS));
  private static final DirectoryGroup NIGHT_SHIFT = group(5, "Night Shift", List.of(OPERATORS));

  private final List<DirectoryUser> users = new ArrayList<>();
  private final Map<String, UserMethods> registrations = new LinkedHashMap<>();

  private Seed() {
    withoutPhones();
    withPhones();
    withDefaults();
    withEveryKind();
    withSmsSignIn();
    withUnusualNames();
    withPlacesInTheDirectory();
    withSimilarNames();
    withUnusualAccounts();
    Persona.ALL.stream().filter(Persona::inDirectory).map(Persona::user).forEach(this::add);
    for (int number = 1; number <= GENERATED_USERS; number++) {
      generated(number);
    }
  }

  static Seed sow() {
    return new Seed();
  }

  /** Adds what depends on the time: Delia's pass, which has just begun. */
  static void addCurrent(Directory directory, MethodStore registrations, Instant now) {
    directory.find(id(24)).ifPresent(delia -> registrations.put(delia, SeedMethods.accessPass(delia, now)));
  }

  List<DirectoryUser> users() {
    return users;
  }

  Map<String, UserMethods> registrations() {
    return registrations;
  }

  private void withoutPhones() {
    add(user(1, "kim", "Kim Akers", true, null));
    add(user(2, "adele", "Adele Vance", false, null));
  }

  private void withPhones() {
    add(user(11, "megan", "Megan Bowen", false, null), mobile("+1 2065550101"));
    add(user(12, "alex", "Alex Wilber", false, null), mobile("+1 2065550102"), alternate("+1 2065550103"));
    add(
      user(13, "diego", "Diego Siciliani", false, null),
      mobile("+1 2065550104"),
      alternate("+1 2065550105"),
      office("+1 2065550106x123")
    );
    add(user(14, "nestor", "Nestor Wilke", false, null), office("+1 2065550107"), hardwareOath(14));
    add(
      user(15, "grady", "Grady Archie", false, null),
      mobile("+1 2065550108"),
      office("+1 2065550109"),
      email("grady@example.com")
    );
    add(admin(16, "lidia", "Lidia Holloway"), mobile("+1 2065550110"), email("lidia@example.com"));
  }

  private void withDefaults() {
    var mobile = PhoneMethodType.MOBILE.id();
    add(
      user(21, "isaiah", "Isaiah Langer", false, mobile),
      mobile("+1 2065550111"),
      authenticator(21),
      email("isaiah@example.com")
    );
    add(user(22, "joni", "Joni Sherman", false, mobile), mobile("+1 2065550112"));
    add(
      user(23, "miriam", "Miriam Graham", false, null),
      mobile("+1 2065550113"),
      authenticator(23),
      email("miriam@example.com"),
      passkey(),
      softwareOath(23),
      windowsHello(23)
    );
  }

  private void withEveryKind() {
    int owner = 24;
    add(
      user(owner, "delia", "Delia Dennis", false, null),
      mobile("+1 2065550114"),
      alternate("+1 2065550115"),
      office("+1 2065550116"),
      email("delia@example.com"),
      passkey(owner),
      authenticatorWithoutPassword(owner),
      platformCredential(owner),
      softwareOath(owner),
      windowsHello(owner),
      external(owner),
      qrCodePin(owner)
    );
  }

  private void withSmsSignIn() {
    add(user(31, "lee", "Lee Gu", true, null), mobile("+1 2065550155", SignInState.READY));
    add(user(32, "patti", "Patti Fernandez", true, null), mobile("+1 2065550156", SignInState.NOT_ENABLED));
    add(user(33, "pradeep", "Pradeep Gupta", true, null), mobile("+1 2065550155", SignInState.PHONE_NUMBER_NOT_UNIQUE));
  }

  private void withUnusualNames() {
    var guest = "ext_user_fabrikam.com#EXT#@contoso.com";
    add(new DirectoryUser(id(41), guest, "External User", true, false, Set.of(), null), mobile("+1 2065550141"));
    add(user(42, "o'hara", "Frank O'Hara", false, null), mobile("+1 2065550142"));
    add(user(43, "$cash", "Casey Cash", false, null), mobile("+1 2065550143"));
  }

  /** People whom an Authentication Administrator cannot change, or can although they look so; and two whose roles no token lists. */
  private void withPlacesInTheDirectory() {
    var administrators = group(1, "Contoso_Helpdesk_Administrators", true);
    var marketing = group(2, "Contoso Marketing", false);
    var executives = new AdministrativeUnit("30000000-0000-4000-8000-000000000001", "Executives", true);
    var west = new AdministrativeUnit("30000000-0000-4000-8000-000000000002", "West Coast", false);
    var appSupport = RoleAssignment.custom("40000000-0000-4000-8000-000000000001", false);
    var phoneSupport = RoleAssignment.custom("40000000-0000-4000-8000-000000000002", true);

    add(
      user(51, "henrietta", "Henrietta Mueller").with(DirectoryPlacement.memberOf(administrators)),
      mobile("+1 2065550151")
    );
    add(
      user(52, "johanna", "Johanna Lorenz").with(DirectoryPlacement.ownerOf(administrators)),
      mobile("+1 2065550152")
    );
    add(user(53, "lynne", "Lynne Robbins").with(DirectoryPlacement.holderOf(appSupport)), mobile("+1 2065550153"));
    add(user(54, "christie", "Christie Cline").with(DirectoryPlacement.in(executives)), mobile("+1 2065550154"));
    add(
      user(55, "debra", "Debra Berger").with(
        DirectoryPlacement.holderOf(RoleAssignment.of(Role.PASSWORD_ADMINISTRATOR, executives))
      ),
      mobile("+1 2065550157")
    );
    add(
      new DirectoryUser(
        id(56),
        "allan@contoso.com",
        "Allan Deyoung",
        false,
        false,
        Set.of(Role.DIRECTORY_READERS, Role.REPORTS_READER),
        null
      ),
      mobile("+1 2065550158")
    );
    add(
      user(57, "ben", "Ben Walters").with(
        new DirectoryPlacement(List.of(marketing), List.of(marketing), List.of(west), List.of())
      ),
      mobile("+1 2065550159")
    );
    add(user(58, "irvin", "Irvin Sayers").with(DirectoryPlacement.holderOf(phoneSupport)), mobile("+1 2065550160"));
    add(
      user(59, "emily", "Emily Braun").with(
        DirectoryPlacement.holderOf(RoleAssignment.of(Role.AUTHENTICATION_ADMINISTRATOR, west))
      )
    );
    add(
      user(60, "enrico", "Enrico Cattaneo").with(
        DirectoryPlacement.holderOf(RoleAssignment.of(Role.AUTHENTICATION_ADMINISTRATOR, executives))
      )
    );
    add(user(61, "hadar", "Hadar Caspit").with(DirectoryPlacement.SYNCED));
  }

  /** People whom a search has to tell apart. */
  private void withSimilarNames() {
    employee(71, "anna.mueller", "Anna Müller");
    employee(72, "thomas.mueller", "Thomas Müller");
    employee(73, "juergen.mueller-luedenscheidt", "Jürgen Müller-Lüdenscheidt");
    employee(74, "annamaria.muellner", "Annamaria Müllner");
    add(user(75, "dieter.mueller", "Dieter Müller").with(SeedProfiles.disabled(75)));
    employee(76, "conan.o'brien", "Conan O'Brien");
    employee(77, "sinead.o'brien", "Sinéad O'Brien");
    employee(78, "maria.garcia", "María José García López");
    employee(79, "bob.tables", "Robert \"Bob\" Tables");
    employee(80, "rnd", "R&D Reception");
    employee(81, "jo.backslash", "Jo Back\\slash");
  }

  /** A guest who signs in here, and a member who signs in elsewhere. */
  private void withUnusualAccounts() {
    var contractor = SeedProfiles.of(82).with("mail", "gina@northwind.example");
    add(new DirectoryUser(id(82), "gina@contoso.com", "Gina Contractor", true, false, Set.of(), null).with(contractor));
    employee(83, "pat_fabrikam.com#EXT#", "Pat Fabrikam");
  }

  /** Somebody whom Megan manages. */
  private void employee(int number, String name, String displayName) {
    add(user(number, name, displayName).with(SeedProfiles.joined(number).managedBy(MEGAN)));
  }

  private static DirectoryGroup group(int number, String name, boolean assignableToRole) {
    return new DirectoryGroup("20000000-0000-4000-8000-%012d".formatted(number), name, assignableToRole);
  }

  private static DirectoryGroup group(int number, String name, List<DirectoryGroup> memberOf) {
    return new DirectoryGroup("20000000-0000-4000-8000-%012d".formatted(number), name, false, memberOf);
  }

  private static DirectoryUser user(int number, String name, String displayName) {
    return user(number, name, displayName, false, null);
  }

  /** One of ten manages the other nine, and Megan manages that one; every 25th account is disabled. */
  private void generated(int number) {
    var first = number - ((number - 1) % 10);
    var profile = number % 25 == 0 ? SeedProfiles.disabled(number) : SeedProfiles.joined(number);
    var user = new DirectoryUser(
      generatedId(number),
      "user%04d@contoso.com".formatted(number),
      "User %04d".formatted(number),
      false,
      false,
      rolesOf(number),
      null
    )
      .with(placed(number))
      .with(
        profile.with("employeeId", "G%06d".formatted(number)).managedBy(number == first ? MEGAN : generatedId(first))
      );
    if (number % 10 == 0) {
      add(user, mobile("+1 555555%04d".formatted(number)), alternate("+1 555556%04d".formatted(number)));
    } else if (number % 2 == 0) {
      add(user, mobile("+1 555555%04d".formatted(number)));
    } else if (number % 5 == 0) {
      add(user, email("user%04d@example.com".formatted(number)));
    } else {
      add(user);
    }
  }

  /** Three hold roles that reach some users, for passwords and sessions. */
  private static Set<Role> rolesOf(int number) {
    return switch (number) {
      case 981 -> Set.of(Role.HELPDESK_ADMINISTRATOR);
      case 983 -> Set.of(Role.USER_ADMINISTRATOR);
      case 987 -> Set.of(Role.PASSWORD_ADMINISTRATOR);
      default -> Set.of();
    };
  }

  /** Three are in a group that a gateway can protect: directly, through a group in it, and through one in that. */
  private static DirectoryPlacement placed(int number) {
    return switch (number) {
      case 990 -> DirectoryPlacement.memberOf(BREAK_GLASS);
      case 992 -> DirectoryPlacement.memberOf(OPERATORS);
      case 994 -> DirectoryPlacement.memberOf(NIGHT_SHIFT);
      default -> DirectoryPlacement.NOWHERE;
    };
  }

  private void add(DirectoryUser user, Method... methods) {
    users.add(profiled(user));
    var all = new ArrayList<>(List.of(methods));
    all.add(SeedMethods.password());
    registrations.put(user.id(), new UserMethods(all));
  }

  /** Everybody has a profile; those who were given none have one by the number in their id. */
  private static DirectoryUser profiled(DirectoryUser user) {
    var number = Integer.parseInt(user.id().substring(user.id().length() - 6));
    return user.profile().properties().isEmpty() ? user.with(SeedProfiles.of(number)) : user;
  }

  private static DirectoryUser user(
    int number,
    String name,
    String displayName,
    boolean smsSignIn,
    @Nullable String first
  ) {
    return new DirectoryUser(id(number), name + "@contoso.com", displayName, false, smsSignIn, Set.of(), first);
  }

  private static DirectoryUser admin(int number, String name, String displayName) {
    var roles = Set.of(Role.GLOBAL_ADMINISTRATOR);
    return new DirectoryUser(id(number), name + "@contoso.com", displayName, false, false, roles, null);
  }

  private static String generatedId(int number) {
    return "b0000000-0000-4000-8000-%012d".formatted(number);
  }

  private static String id(int number) {
    return "10000000-0000-4000-8000-%012d".formatted(number);
  }
}

package dev.authmethods.sandbox.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.directory.AdministrativeUnit;
import dev.authmethods.sandbox.directory.DirectoryGroup;
import dev.authmethods.sandbox.directory.DirectoryPlacement;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Persona;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.RoleAssignment;
import dev.authmethods.sandbox.email.RegisteredEmail;
import dev.authmethods.sandbox.email.StoredEmailAddress;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.Method;
import dev.authmethods.sandbox.method.MethodKind;
import dev.authmethods.sandbox.method.StoredMethod;
import dev.authmethods.sandbox.method.UserMethods;
import dev.authmethods.sandbox.phone.PhoneMethodType;
import dev.authmethods.sandbox.phone.RegisteredPhone;
import dev.authmethods.sandbox.phone.SignInState;
import dev.authmethods.sandbox.phone.StoredPhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Contoso as it is after a start and after a reset: the same people with the same methods, always. */
final class Seed {

  private static final int GENERATED_USERS = 1_000;
  private static final String PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490";
  private static final String CREATED = "2024-02-01T09:30:00Z";

  private final List<DirectoryUser> users = new ArrayList<>();
  private final Map<String, UserMethods> registrations = new LinkedHashMap<>();

  private Seed() {
    withoutPhones();
    withPhones();
    withDefaults();
    withSmsSignIn();
    withUnusualNames();
    withPlacesInTheDirectory();
    Persona.ALL.stream().filter(Persona::inDirectory).map(Persona::user).forEach(this::add);
    for (int number = 1; number <= GENERATED_USERS; number++) {
      generated(number);
    }
  }

  static Seed sow() {
    return new Seed();
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
    add(user(14, "nestor", "Nestor Wilke", false, null), office("+1 2065550107"));
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
  }

  private static DirectoryGroup group(int number, String name, boolean assignableToRole) {
    return new DirectoryGroup("20000000-0000-4000-8000-%012d".formatted(number), name, assignableToRole);
  }

  private static DirectoryUser user(int number, String name, String displayName) {
    return user(number, name, displayName, false, null);
  }

  private void generated(int number) {
    var id = "b0000000-0000-4000-8000-%012d".formatted(number);
    var user = new DirectoryUser(
      id,
      "user%04d@contoso.com".formatted(number),
      "User %04d".formatted(number),
      false,
      false,
      Set.of(),
      null
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

  private void add(DirectoryUser user, Method... methods) {
    users.add(user);
    var all = new ArrayList<>(List.of(methods));
    all.add(new StoredMethod(PASSWORD_ID, MethodKind.PASSWORD, JsonTree.object().putNull("password")));
    registrations.put(user.id(), new UserMethods(all));
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

  private static String id(int number) {
    return "10000000-0000-4000-8000-%012d".formatted(number);
  }

  private static Method mobile(String number) {
    return mobile(number, SignInState.NOT_ALLOWED_BY_POLICY);
  }

  private static Method mobile(String number, SignInState state) {
    return new RegisteredPhone(PhoneMethodType.MOBILE, new StoredPhoneNumber(number), state);
  }

  private static Method alternate(String number) {
    return new RegisteredPhone(
      PhoneMethodType.ALTERNATE_MOBILE,
      new StoredPhoneNumber(number),
      SignInState.NOT_SUPPORTED
    );
  }

  private static Method office(String number) {
    return new RegisteredPhone(PhoneMethodType.OFFICE, new StoredPhoneNumber(number), SignInState.NOT_SUPPORTED);
  }

  private static Method email(String address) {
    return new RegisteredEmail(new StoredEmailAddress(address), CREATED);
  }

  private static Method authenticator(int owner) {
    var properties = created().put("displayName", "Phone").put("deviceTag", "SoftwareTokenActivated");
    return other(owner, MethodKind.AUTHENTICATOR, properties.put("phoneAppVersion", "6.2401.0"));
  }

  private static Method passkey() {
    var properties = created().put("displayName", "Security key").put("model", "Contoso Key");
    properties.put("aaGuid", "de1e552d-db1d-4423-a619-566b625cdc84").put("attestationLevel", "attested");
    properties.put("passkeyType", "deviceBound").putArray("attestationCertificates");
    // As Microsoft writes the ids of passkeys: no GUID.
    return new StoredMethod("-2_GRUg2-HYz6_1YG4YRAQ2", MethodKind.FIDO2, properties);
  }

  private static Method softwareOath(int owner) {
    return other(owner, MethodKind.SOFTWARE_OATH, created().putNull("secretKey"));
  }

  private static Method windowsHello(int owner) {
    var properties = created().put("displayName", "Laptop").put("keyStrength", "normal");
    return other(owner, MethodKind.WINDOWS_HELLO, properties);
  }

  private static Method other(int owner, MethodKind kind, ObjectNode properties) {
    var id = UUID.nameUUIDFromBytes((kind.collection() + owner).getBytes(UTF_8)).toString();
    return new StoredMethod(id, kind, properties);
  }

  private static ObjectNode created() {
    return JsonTree.object().put("createdDateTime", CREATED);
  }
}

package dev.authmethods.truth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws mutations, each on a user of its own until the sandbox is as it was seeded. */
final class MutationDraw {

  /** Users of the seed whom the policy lets sign in by text message, one with it and one without. */
  private static final String LEE = "10000000-0000-4000-8000-000000000031";
  private static final String PATTI = "10000000-0000-4000-8000-000000000032";

  private static final int USERS = 1_000;

  /** The last digits of users without any method, and of users with a mobile phone alone. */
  private static final List<Integer> ODD = List.of(1, 3, 7, 9);
  private static final List<Integer> EVEN = List.of(2, 4, 6, 8);

  private final Random random;
  private final Map<String, Integer> taken = new HashMap<>();
  private final Set<String> signIns = new HashSet<>();
  private int numbers;

  MutationDraw(Random random) {
    this.random = random;
  }

  /** All users are free again. */
  void again() {
    taken.clear();
    signIns.clear();
  }

  /** A mutation of any sort that a kind of fault may befall. */
  Scene any(Where where) {
    return switch (random.nextInt(4)) {
      case 0 -> phone(where);
      case 1 -> email(one(MutationKind.COMMON, where), where);
      case 2 -> where == Where.ALL ? removal(one(MutationKind.REMOVALS, where)) : phone(where);
      default -> where == Where.ALL ? pass() : phone(where);
    };
  }

  private MutationKind one(List<MutationKind> all, Where where) {
    var deeds = all.stream().filter(where::includes).toList();
    return deeds.get(random.nextInt(deeds.size()));
  }

  /** A mutation of a phone. */
  Scene phone(Where where) {
    return drawn(this::phone, where);
  }

  /** A mutation of an email address. */
  Scene email(MutationKind deed, Where where) {
    return drawn(() -> email(deed), where);
  }

  /** A deletion of a passkey, an end of the sessions, or a reset of one to three methods in which one of these parts goes wrong. */
  Scene removal(MutationKind deed) {
    return switch (deed) {
      case DELETE_ANY -> scene(deed, id(bare()), Slot.PASSKEY, true, "");
      case REVOKE -> scene(deed, id(bare()), Slot.SESSIONS, true, "");
      default -> reset(deed);
    };
  }

  /** A pass that is created, where there is one or none, or deleted. */
  private Scene pass() {
    return switch (random.nextInt(3)) {
      case 0 -> scene(MutationKind.REPLACE, bare(), Slot.PASS, "");
      case 1 -> scene(MutationKind.REPLACE, bare(), Slot.PASS, "pass");
      default -> scene(MutationKind.DELETE, bare(), Slot.PASS, "pass");
    };
  }

  private Scene reset(MutationKind deed) {
    return switch (random.nextInt(6)) {
      case 0 -> scene(deed, id(twofold()), Slot.ALTERNATE_MOBILE, true, "");
      case 1 -> scene(deed, id(single()), Slot.MOBILE, true, "");
      case 2 -> scene(deed, id(withEmail()), Slot.EMAIL, true, "");
      case 3 -> scene(deed, id(single()), Slot.PASSKEY, true, "");
      case 4 -> scene(deed, id(twofold()), Slot.MOBILE, true, "");
      default -> scene(deed, id(single()), Slot.SESSIONS, true, "");
    };
  }

  private static Scene drawn(Supplier<Scene> scenes, Where where) {
    return Stream.generate(scenes).filter(where::includes).findFirst().orElseThrow();
  }

  private Scene phone() {
    int percent = random.nextInt(100);
    if (percent < 44) {
      return scene(percent % 5 == 0 ? MutationKind.ADD_ONE_OF_MANY : MutationKind.ADD, bare(), Slot.MOBILE, "");
    }
    if (percent < 90) {
      return onHeld(percent);
    }
    return signIn(percent % 2 == 0 ? MutationKind.ENABLE : MutationKind.DISABLE);
  }

  private Scene onHeld(int percent) {
    return switch (percent / 2) {
      case 22, 23 -> scene(MutationKind.ADD, single(), Slot.ALTERNATE_MOBILE, "");
      case 24, 25 -> scene(MutationKind.ADD, single(), Slot.OFFICE, "");
      case 26, 27 -> scene(MutationKind.ADD, single(), Slot.MOBILE, "mobile");
      case 28 -> held(MutationKind.ADD, Slot.MOBILE, single());
      case 29, 30 -> scene(MutationKind.ADD_ONE_OF_MANY, single(), Slot.OFFICE, "");
      case 31, 32, 33 -> scene(MutationKind.SET, bare(), Slot.MOBILE, "");
      case 34, 35 -> scene(MutationKind.SET, single(), Slot.MOBILE, "mobile");
      case 36 -> held(MutationKind.SET, Slot.MOBILE, single());
      case 37, 38, 39, 40 -> scene(MutationKind.UPDATE, single(), Slot.MOBILE, "mobile");
      case 41 -> alike(Slot.MOBILE, single());
      case 42, 43 -> scene(deletion(), single(), Slot.MOBILE, "mobile");
      default -> scene(deletion(), twofold(), Slot.ALTERNATE_MOBILE, "alternate");
    };
  }

  private MutationKind deletion() {
    return random.nextBoolean() ? MutationKind.DELETE : MutationKind.DELETE_ANY;
  }

  /** There are two such users only; who draws a third adds a phone. */
  private Scene signIn(MutationKind deed) {
    return signIns.add(deed.name())
      ? scene(deed, deed == MutationKind.ENABLE ? PATTI : LEE, Slot.MOBILE, "mobile")
      : scene(MutationKind.ADD, bare(), Slot.MOBILE, "");
  }

  private Scene email(MutationKind deed) {
    int percent = random.nextInt(100);
    return switch (deed) {
      case ADD -> percent < 80 ? scene(deed, emailless(), Slot.EMAIL, "") : onEmail(deed, percent < 90);
      case SET -> percent < 40 ? scene(deed, emailless(), Slot.EMAIL, "") : onEmail(deed, percent < 75);
      case UPDATE -> percent < 75 ? onEmail(deed, true) : alike(Slot.EMAIL, withEmail());
      default -> onEmail(deed, true);
    };
  }

  /** On an address, with another or with the same. */
  private Scene onEmail(MutationKind deed, boolean other) {
    return other ? scene(deed, withEmail(), Slot.EMAIL, "email") : held(deed, Slot.EMAIL, withEmail());
  }

  /** With the number or address that the user has, which is the same in capitals. */
  private Scene held(MutationKind deed, Slot slot, int user) {
    var text = slot.kind().seeded(user);
    return scene(deed, id(user), slot, true, random.nextBoolean() ? text : text.toUpperCase(Locale.ROOT));
  }

  /** With a number or address that looks like the one that the user has, to whom it is masked. */
  private Scene alike(Slot slot, int user) {
    var text = slot.kind().alike(random.nextInt(100), user);
    return scene(MutationKind.UPDATE, id(user), slot, true, text);
  }

  private Scene scene(MutationKind deed, int user, Slot slot, String held) {
    return scene(deed, id(user), slot, held);
  }

  private Scene scene(MutationKind deed, String user, Slot slot, String held) {
    return scene(deed, user, slot, !held.isEmpty(), deed.givesText() ? fresh(slot, 11) : "");
  }

  private Scene scene(MutationKind deed, String user, Slot slot, boolean held, String text) {
    var admin = random.nextBoolean() ? Admin.AUTHENTICATION : Admin.PRIVILEGED;
    var request = new Request(admin, deed, user, slot, text, "key-" + random.nextLong());
    return new Scene(request, held, fresh(slot, 22));
  }

  /** One that nobody has, with an end by which it is told apart where it is masked. */
  private String fresh(Slot slot, int end) {
    numbers++;
    return slot.kind().fresh(numbers, end);
  }

  static String id(int user) {
    return "b0000000-0000-4000-8000-%012d".formatted(user);
  }

  /** One without any method. */
  private int bare() {
    return user(taken("bare"), ODD);
  }

  /** One with a mobile phone. */
  private int single() {
    return user(taken("single"), EVEN);
  }

  /** One with a mobile phone and an alternate one. */
  private int twofold() {
    return user(taken("twofold"), List.of(10));
  }

  /** One with an email address alone. */
  private int withEmail() {
    return user(taken("email"), List.of(5));
  }

  /** One without an email address, with or without a phone: the last of those who are taken for mutations of phones. */
  private int emailless() {
    return USERS - user(taken("emailless"), random.nextBoolean() ? ODD : EVEN);
  }

  /** Users have methods by the last digit of their numbers. */
  private static int user(int place, List<Integer> digits) {
    int user = (place / digits.size()) * 10 + digits.get(place % digits.size());
    if (user > USERS) {
      throw new IllegalStateException("No such user is left");
    }
    return user;
  }

  private int taken(String shape) {
    return taken.merge(shape, 1, Integer::sum) - 1;
  }
}

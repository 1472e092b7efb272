package dev.authmethods.truth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws mutations, each on a user of its own until the sandbox is as it was seeded. */
final class MutationDraw {

  /** Users of the seed whom the policy lets sign in by text message, one with it and one without. */
  private static final String LEE = "10000000-0000-4000-8000-000000000031";
  private static final String PATTI = "10000000-0000-4000-8000-000000000032";

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

  /** A mutation; one that adds a phone, if it must. */
  Scene next(boolean creates) {
    int percent = random.nextInt(100);
    if (creates || percent < 44) {
      return scene(percent % 5 == 0 ? MutationKind.ADD_ONE_OF_MANY : MutationKind.ADD, bare(), PhoneKind.MOBILE, "");
    }
    if (percent < 90) {
      return onHeld(percent);
    }
    return signIn(percent % 2 == 0 ? MutationKind.ENABLE : MutationKind.DISABLE);
  }

  private Scene onHeld(int percent) {
    return switch (percent / 2) {
      case 22, 23 -> scene(MutationKind.ADD, single(), PhoneKind.ALTERNATE_MOBILE, "");
      case 24, 25 -> scene(MutationKind.ADD, single(), PhoneKind.OFFICE, "");
      case 26, 27 -> scene(MutationKind.ADD, single(), PhoneKind.MOBILE, "mobile");
      case 28 -> held(MutationKind.ADD, single());
      case 29, 30 -> scene(MutationKind.ADD_ONE_OF_MANY, single(), PhoneKind.OFFICE, "");
      case 31, 32, 33 -> scene(MutationKind.SET, bare(), PhoneKind.MOBILE, "");
      case 34, 35 -> scene(MutationKind.SET, single(), PhoneKind.MOBILE, "mobile");
      case 36 -> held(MutationKind.SET, single());
      case 37, 38, 39, 40 -> scene(MutationKind.UPDATE, single(), PhoneKind.MOBILE, "mobile");
      case 41 -> alike(single());
      case 42, 43 -> scene(MutationKind.DELETE, single(), PhoneKind.MOBILE, "mobile");
      default -> scene(MutationKind.DELETE, twofold(), PhoneKind.ALTERNATE_MOBILE, "alternate");
    };
  }

  /** There are two such users only; who draws a third adds a phone. */
  private Scene signIn(MutationKind deed) {
    return signIns.add(deed.name())
      ? scene(deed, deed == MutationKind.ENABLE ? PATTI : LEE, PhoneKind.MOBILE, "mobile")
      : scene(MutationKind.ADD, bare(), PhoneKind.MOBILE, "");
  }

  /** With the number that the user has. */
  private Scene held(MutationKind deed, int user) {
    return scene(deed, id(user), PhoneKind.MOBILE, true, "+1 555555%04d".formatted(user));
  }

  /** With a number that looks like the one that the user has, to whom it is masked. */
  private Scene alike(int user) {
    var number = "+1 206555%02d%02d".formatted(random.nextInt(100), user % 100);
    return scene(MutationKind.UPDATE, id(user), PhoneKind.MOBILE, true, number);
  }

  private Scene scene(MutationKind deed, int user, PhoneKind kind, String held) {
    return scene(deed, id(user), kind, held);
  }

  private Scene scene(MutationKind deed, String user, PhoneKind kind, String held) {
    return scene(deed, user, kind, !held.isEmpty(), deed.isNumbered() ? number(11) : "");
  }

  private Scene scene(MutationKind deed, String user, PhoneKind kind, boolean held, String number) {
    var admin = random.nextBoolean() ? Admin.AUTHENTICATION : Admin.PRIVILEGED;
    return new Scene(new Request(admin, deed, user, kind, number, "key-" + random.nextLong()), held, number(22));
  }

  /** One that nobody has, with an end by which it is told apart where it is masked. */
  private String number(int end) {
    numbers++;
    return "+1 2065%04d%02d".formatted(numbers % 10_000, end);
  }

  static String id(int user) {
    return "b0000000-0000-4000-8000-%012d".formatted(user);
  }

  /** One without a phone. */
  private int bare() {
    return taken("bare") * 2 + 1;
  }

  /** One with a mobile phone. */
  private int single() {
    int index = taken("single");
    return (index / 4) * 10 + (index % 4) * 2 + 2;
  }

  /** One with a mobile phone and an alternate one. */
  private int twofold() {
    return taken("twofold") * 10 + 10;
  }

  private int taken(String shape) {
    return taken.merge(shape, 1, Integer::sum) - 1;
  }
}

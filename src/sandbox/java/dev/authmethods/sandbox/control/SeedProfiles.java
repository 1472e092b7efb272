package dev.authmethods.sandbox.control;

import dev.authmethods.sandbox.directory.DirectoryProfile;
import dev.authmethods.sandbox.http.JsonTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The profiles of Contoso's people: invented, and by their numbers always the same. */
final class SeedProfiles {

  private static final List<String> DEPARTMENTS = List.of(
    "Sales",
    "Finance",
    "Marketing",
    "Human Resources",
    "Research & Development",
    "Legal",
    "Operations",
    "Customer Service",
    "Information Technology",
    "Retail"
  );
  private static final List<String> TITLES = List.of(
    "Specialist",
    "Clerk",
    "Engineer",
    "Analyst",
    "Manager",
    "Assistant"
  );
  private static final List<String> COUNTRIES = List.of("US", "DE", "IE", "FR");
  private static final Instant FOUNDED = Instant.parse("2024-02-01T08:00:00Z");
  private static final Duration WORK = Duration.ofHours(17);

  private SeedProfiles() {}

  /** Of somebody with this number. */
  static DirectoryProfile of(int number) {
    var department = DEPARTMENTS.get(number % DEPARTMENTS.size());
    var profile = DirectoryProfile.EMPTY.with("department", department)
      .with("jobTitle", department + " " + TITLES.get(number % TITLES.size()))
      .with("companyName", number % 3 == 0 ? "Contoso Services" : "Contoso")
      .with("officeLocation", "%d/%d".formatted(10 + (number % 9), 1_000 + (number % 400)))
      .with("employeeId", "E%06d".formatted(number))
      .with("usageLocation", COUNTRIES.get(number % COUNTRIES.size()))
      .with("mobilePhone", "+1 425 555 %04d".formatted(number))
      .with("businessPhones", JsonTree.strings(List.of("+1 425 556 %04d".formatted(number))));
    return active(licensed(profile, number), number);
  }

  /** The same, for somebody who joined when it was their turn; the others were there from the beginning. */
  static DirectoryProfile joined(int number) {
    return synced(of(number).with("createdDateTime", after(number)), number);
  }

  /** The same, for somebody whose account was disabled. */
  static DirectoryProfile disabled(int number) {
    return joined(number).with("accountEnabled", false);
  }

  private static DirectoryProfile synced(DirectoryProfile profile, int number) {
    return number % 4 == 0
      ? profile.with("onPremisesSyncEnabled", true).with("onPremisesLastSyncDateTime", after(number + 2))
      : profile;
  }

  private static DirectoryProfile licensed(DirectoryProfile profile, int number) {
    var license = JsonTree.object().put("skuId", "06ebc4ee-1bb5-47dd-8120-11324bc54e06");
    license.putArray("disabledPlans");
    return number % 3 == 0 ? profile : profile.with("assignedLicenses", JsonTree.array(List.of(license)));
  }

  /** Every seventh has never signed in. */
  private static DirectoryProfile active(DirectoryProfile profile, int number) {
    return number % 7 == 0 ? profile : profile.with(DirectoryProfile.SIGN_IN_ACTIVITY, activity(number));
  }

  private static ObjectNode activity(int number) {
    var request = "c0000000-0000-4000-8000-%012d".formatted(number);
    return JsonTree.object()
      .put("lastSignInDateTime", after(number + 9))
      .put("lastSignInRequestId", request)
      .put("lastSuccessfulSignInDateTime", after(number + 8))
      .put("lastSuccessfulSignInRequestId", request)
      .put("lastNonInteractiveSignInDateTime", after(number + 10))
      .put("lastNonInteractiveSignInRequestId", request);
  }

  private static String after(int steps) {
    return FOUNDED.plus(WORK.multipliedBy(steps)).toString();
  }
}

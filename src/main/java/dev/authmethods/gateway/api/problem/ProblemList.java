package dev.authmethods.gateway.api.problem;

import graphql.language.SourceLocation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The problems that were found, each once, and not more than anybody reads. */
public final class ProblemList {

  /** More help nobody, and cost the time to find them. */
  static final int MAX = 20;

  private static final Comparator<SourceLocation> IN_THE_DOCUMENT = Comparator.comparingInt(
    SourceLocation::getLine
  ).thenComparingInt(SourceLocation::getColumn);
  private static final SourceLocation NOWHERE = new SourceLocation(Integer.MAX_VALUE, 0);

  private final Set<Problem> found = new LinkedHashSet<>();
  private final Predicate<Reason> wanted;

  public ProblemList(Predicate<Reason> wanted) {
    this.wanted = wanted;
  }

  /** Adds a problem if the list is not full and its reason is wanted; each problem is kept once. */
  public void add(Problem problem) {
    if (!isFull() && wanted.test(problem.reason())) {
      found.add(problem);
    }
  }

  /** Whether the list takes no more problems. */
  public boolean isFull() {
    return found.size() >= MAX;
  }

  /** Whether one of the problems is of this kind. */
  public boolean contains(Predicate<Problem> kind) {
    return found.stream().anyMatch(kind);
  }

  /** In the order of the document. */
  public List<Problem> toList() {
    return found.stream().sorted(Comparator.comparing(ProblemList::first, IN_THE_DOCUMENT)).toList();
  }

  private static SourceLocation first(Problem problem) {
    return problem.locations().isEmpty() ? NOWHERE : problem.locations().getFirst();
  }
}

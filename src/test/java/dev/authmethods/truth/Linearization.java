package dev.authmethods.truth;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for an order of points, true to the times, in which each can take place: all orders are tried. */
final class Linearization {

  private final List<Point> points;
  private final Set<Position> dead = new HashSet<>();

  /** Which points have taken place, and what that has made of the methods. */
  private record Position(long done, Map<Slot, String> state) {}

  private Linearization(List<Point> points) {
    this.points = points;
  }

  static boolean exists(List<Point> points, Map<Slot, String> before) {
    return new Linearization(points).isPossible(new Position(0, before));
  }

  private boolean isPossible(Position position) {
    if (isOver(position.done())) {
      return true;
    }
    if (!dead.add(position)) {
      return false;
    }
    for (int i = 0; i < points.size(); i++) {
      if (mayBeNext(i, position.done()) && isPossibleAfter(i, position)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPossibleAfter(int next, Position position) {
    return points
      .get(next)
      .step()
      .apply(position.state())
      .filter(state -> isPossible(new Position(position.done() | (1L << next), state)))
      .isPresent();
  }

  private boolean isOver(long done) {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).certain() && !isDone(i, done)) {
        return false;
      }
    }
    return true;
  }

  /** Not when another, which was over before, is still to come, nor when it was over before one that has been. */
  private boolean mayBeNext(int next, long done) {
    if (isDone(next, done)) {
      return false;
    }
    var point = points.get(next);
    for (int i = 0; i < points.size(); i++) {
      var other = points.get(i);
      if (isDone(i, done) ? point.isBefore(other) : other.certain() && other.isBefore(point)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDone(int point, long done) {
    return (done & (1L << point)) != 0;
  }
}

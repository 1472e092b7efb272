package dev.authmethods.gateway.read;

import org.jspecify.annotations.Nullable;

/**
 * A place in a list of Microsoft Graph. A token of Microsoft Graph belongs to one query with one size of pages: all pages after the
 * first have the size of the first. Source: https://learn.microsoft.com/graph/paging
 *
 * @param pageSize  the size of the pages that Microsoft Graph was asked for
 * @param offset    the number of items of the page that came before this place
 * @param count     how many items there were when the first page was read; null when that is not known
 * @param skipToken leads to the page; null for the first
 */
public record Cursor(int pageSize, int offset, @Nullable Integer count, @Nullable String skipToken) {
  /** The beginning of a list. */
  public static Cursor begin(int pageSize) {
    return new Cursor(pageSize, 0, null, null);
  }

  /** Another place on the same page. */
  public Cursor at(int otherOffset) {
    return new Cursor(pageSize, otherOffset, count, skipToken);
  }

  /** The beginning of another page. */
  public Cursor page(String token) {
    return new Cursor(pageSize, 0, count, token);
  }

  /** The same place, with the number of all items. */
  public Cursor counted(@Nullable Integer items) {
    return items == null ? this : new Cursor(pageSize, offset, items, skipToken);
  }

  String text() {
    return "%d.%d.%s.%s".formatted(pageSize, offset, count == null ? "" : count, skipToken == null ? "" : skipToken);
  }

  /** Reads what {@link #text} writes. */
  static Cursor parse(String text) {
    var parts = text.split("\\.", 4);
    return new Cursor(
      Integer.parseInt(parts[0]),
      Integer.parseInt(parts[1]),
      parts[2].isEmpty() ? null : Integer.valueOf(parts[2]),
      parts[3].isEmpty() ? null : parts[3]
    );
  }
}

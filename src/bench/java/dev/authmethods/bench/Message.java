package dev.authmethods.bench;

/** A request or an answer of HTTP/1.1, as far as anybody here looks at it. */
final class Message {

  private final String start;
  private final byte[] body;

  /** Takes the first line, without its end, and the body. */
  Message(String start, byte[] body) {
    this.start = start;
    this.body = body;
  }

  byte[] body() {
    return body;
  }

  /** Of an answer: its status. */
  int status() {
    return Integer.parseInt(start, 9, 12, 10);
  }

  /** Of a request: its method. */
  String method() {
    return start.substring(0, start.indexOf(' '));
  }

  /** Of a request: its path and query. */
  String target() {
    return start.substring(start.indexOf(' ') + 1, start.lastIndexOf(' '));
  }
}

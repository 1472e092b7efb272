package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import java.util.ArrayList;
import java.util.List;

/** Phones without Microsoft Graph: what is asked of them is written down. */
final class RecordedPhones extends EntraPhoneMethods {

  private final List<String> asked = new ArrayList<>();
  private final List<PhoneMethod> held;

  @SuppressWarnings("NullAway") // Nothing gets as far as Microsoft Graph.
  RecordedPhones(List<PhoneMethod> held) {
    super(null, Samples.POLICY);
    this.held = held;
  }

  List<String> asked() {
    return asked;
  }

  @Override
  List<PhoneMethod> list(RequestContext call, UserKey user) {
    asked.add("list " + user);
    return held;
  }

  @Override
  PhoneMethod add(RequestContext call, UserKey user, PhoneType type, String number) {
    asked.add("add " + user + " " + type + " " + number);
    return Samples.phone(type, number);
  }

  @Override
  void update(RequestContext call, UserKey user, PhoneType type, String number) {
    asked.add("update " + user + " " + type + " " + number);
  }

  @Override
  void delete(RequestContext call, UserKey user, PhoneType type) {
    asked.add("delete " + user + " " + type);
  }

  @Override
  void enableSmsSignIn(RequestContext call, UserKey user, PhoneType type) {
    asked.add("enable " + user + " " + type);
  }

  @Override
  void disableSmsSignIn(RequestContext call, UserKey user, PhoneType type) {
    asked.add("disable " + user + " " + type);
  }
}

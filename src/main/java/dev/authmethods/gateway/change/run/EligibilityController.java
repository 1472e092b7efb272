package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Eligibility;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The field under which each kind of method tells what may be done. */
@Controller
class EligibilityController {

  private final Eligibility rules;

  EligibilityController(Eligibility rules) {
    this.rules = rules;
  }

  @SchemaMapping(typeName = "User")
  Eligibility.OfUser methodEligibility(
    User user,
    RequestContext call,
    DataLoader<UserKey, LookupResult<Protection>> protections
  ) {
    return new Eligibility.OfUser(rules, call, user, () -> protections.load(user.reachedBy()));
  }
}

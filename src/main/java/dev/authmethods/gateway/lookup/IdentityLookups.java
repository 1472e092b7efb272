package dev.authmethods.gateway.lookup;

import graphql.schema.DataFetchingEnvironment;

/** Makes the {@link IdentityLookup} of a field. */
public final class IdentityLookups {

  private IdentityLookups() {}

  /** One for the ids that are selected below the field. */
  public static IdentityLookup of(DataFetchingEnvironment field) {
    return new SelectedIdentities(field);
  }
}

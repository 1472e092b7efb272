import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { AddPhoneDocument, possibleTypes, settle, type AddPhoneMethodInput, type Patience } from '../..';
import { headersFor, type Gateway } from '../gateway';
import { report } from '../report';

/** A client for all requests: `possibleTypes` is how its cache knows that an InvalidPhoneNumberError is an ExpectedError. */
export function clientFor(gateway: Gateway): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: gateway.url, headers: headersFor(gateway) }),
    cache: new InMemoryCache({ possibleTypes }),
  });
}

/** Adds a phone with Apollo Client. */
export async function addPhone(
  client: ApolloClient,
  input: AddPhoneMethodInput,
  patience?: Patience,
): Promise<string[]> {
  const outcome = await settle(async (idempotencyKey) => {
    const variables = { input: { ...input, idempotencyKey } };
    try {
      const { data } = await client.mutate({ mutation: AddPhoneDocument, variables });
      return data?.addPhoneMethod ?? null;
    } catch (failure) {
      if (isRefused(failure)) throw failure;
      return null;
    }
  }, patience);
  return report(outcome);
}

/** Whether it was refused before anything was done: without `data`. Otherwise it is open whether it was carried out. */
function isRefused(failure: unknown): boolean {
  return (
    (CombinedGraphQLErrors.is(failure) && failure.data === undefined) ||
    (ServerError.is(failure) && failure.statusCode < 500)
  );
}

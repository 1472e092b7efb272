import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { AddPhoneDocument, isRefusal, possibleTypes, settle, type AddPhoneMethodInput, type Patience } from '../..';
import { headersFor, type Gateway } from '../gateway';
import { report } from '../report';

/** A client for all requests: `possibleTypes` is how its cache knows that an InvalidPhoneNumberError is an ExpectedError. */
export function clientFor(gateway: Gateway): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: gateway.url, headers: headersFor(gateway), fetch: withoutFaults }),
    cache: new InMemoryCache({ possibleTypes }),
  });
}

/** Apollo Client does not tell which status errors came with: after a fault it is open whether a mutation was carried out. */
async function withoutFaults(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (response.status >= 500) throw new TypeError(response.statusText);
  return response;
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
      if (wasRefused(failure)) throw failure;
      return null;
    }
  }, patience);
  return report(outcome);
}

/** Whether it was refused before anything was done. Otherwise it is open whether it was carried out. */
function wasRefused(failure: unknown): boolean {
  if (CombinedGraphQLErrors.is(failure)) return isRefusal({ data: failure.data, errors: failure.errors });
  return ServerError.is(failure) && isRefusal(parsed(failure.bodyText));
}

/** What came with another media type than that of GraphQL, Apollo Client leaves as it is. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

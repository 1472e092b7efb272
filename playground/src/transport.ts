import type { Credentials, Refusal } from './credentials';

/** One GraphQL request, as GraphiQL hands it over. */
export interface GraphQLRequest {
  query: string;
  operationName?: string | null | undefined;
  variables?: unknown;
}

/** Sends a request with the caller's token, and reads what GraphiQL shows. */
export async function send(
  graphqlPath: string,
  credentials: Credentials,
  request: GraphQLRequest,
  fetcher: typeof fetch = fetch,
): Promise<object> {
  return readAnswer(await post(graphqlPath, credentials, request, fetcher));
}

/** Sends a request with the caller's token; a refused token is replaced once, when there is another to be had. */
export async function post(
  graphqlPath: string,
  credentials: Credentials,
  request: GraphQLRequest,
  fetcher: typeof fetch = fetch,
): Promise<Response> {
  const attempt = (token: string) => fetcher(graphqlPath, requestInit(request, token));
  const token = await credentials.token();
  const response = await attempt(token);
  if (response.status !== 401) return response;
  const renewed = await credentials.renew(refusalOf(response, token));
  if (renewed === null) return response;
  const again = await attempt(renewed);
  if (again.status === 401) credentials.refused?.(refusalOf(again, renewed));
  return again;
}

/** The token, and what a claims challenge asks for (https://learn.microsoft.com/entra/identity-platform/claims-challenge). */
function refusalOf({ headers }: Response, token: string): Refusal {
  return { token, claims: /\bclaims="([A-Za-z0-9+/_=-]+)"/.exec(headers.get('WWW-Authenticate') ?? '')?.[1] ?? null };
}

function requestInit({ query, operationName, variables }: GraphQLRequest, token: string): RequestInit {
  return {
    method: 'POST',
    headers: {
      Accept: 'application/graphql-response+json, application/json;q=0.9',
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      'Upstream-Cost': 'include',
    },
    body: JSON.stringify({
      query,
      operationName: defines(query, operationName) ? operationName : undefined,
      variables,
    }),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  };
}

// For a moment after a change of tab, GraphiQL still sends the name of the operation in the tab before.
function defines(query: string, operationName: string | null | undefined): boolean {
  return !!operationName && new RegExp(`\\b(?:query|mutation|subscription)\\s+${operationName}\\b`).test(query);
}

/** What was answered, in the form of a GraphQL answer whatever it was. */
export async function readAnswer(response: Response): Promise<object> {
  const text = await response.text();
  const answer = parsed(text);
  if (isObject(answer) && ('data' in answer || 'errors' in answer)) return answer;
  // Refused before GraphQL, for example with 401: shown in the form that GraphQL errors have.
  const message = `The gateway answered ${response.status} ${response.statusText}`.trimEnd();
  return { errors: [{ message, ...(text && { extensions: { body: answer ?? text } }) }] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

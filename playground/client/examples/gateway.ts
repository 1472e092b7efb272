/** Where the gateway is, and as whom to ask it. */
export interface Gateway {
  /** Of its GraphQL endpoint. */
  readonly url: string;
  readonly token: string;
}

/** The headers of every request. Not in them: cookies, which the gateway neither sets nor reads. */
export function headersFor({ token }: Gateway): Record<string, string> {
  return {
    Accept: 'application/graphql-response+json, application/json;q=0.9',
    'Content-Type': 'application/json',
    Authorization: `Bearer ${token}`,
  };
}

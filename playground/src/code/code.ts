import { getOperationAST, parse } from 'graphql';

/** What is to be sent, and where to. */
export interface Operation {
  /** The address of the endpoint, whole. */
  url: string;
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/** A way to send an operation that somebody can paste into a shell or a project. */
export interface Language {
  name: string;
  /** What has to be there for it to run. */
  needs: string;
  /** The code; with a token, that one is in it, otherwise a place for one. */
  write: (operation: Operation, token: string | null) => string;
}

const PLACEHOLDER = 'YOUR_ACCESS_TOKEN';

export const LANGUAGES: readonly Language[] = [
  { name: 'curl', needs: 'A shell, with the access token in TOKEN.', write: curl },
  { name: 'fetch', needs: 'A browser or Node.js, as a module.', write: fetchCode },
  { name: 'Apollo', needs: 'Apollo Client 4: npm install @apollo/client graphql rxjs', write: apollo },
  { name: 'urql', needs: 'urql: npm install @urql/core graphql', write: urql },
];

function curl({ url, ...operation }: Operation, token: string | null): string {
  const authorization = token === null ? '"Authorization: Bearer $TOKEN"' : quoted(`Authorization: Bearer ${token}`);
  // Every line of the body begins with a space or a bracket, so that none of them ends it.
  return `curl -sS ${quoted(url)} \\
  -H ${authorization} \\
  -H 'Content-Type: application/json' \\
  -H 'Accept: application/graphql-response+json' \\
  --data-binary @- <<'BODY'
${json(bodyOf(operation))}
BODY
`;
}

function fetchCode(operation: Operation, token: string | null): string {
  return `${constants(operation, token)}
const response = await fetch(${text(operation.url)}, {
  method: 'POST',
  headers: {
    Authorization: \`Bearer \${token}\`,
    'Content-Type': 'application/json',
    Accept: 'application/graphql-response+json',
  },
  body: JSON.stringify({ query, variables${named(operation)} }),
});
console.log(await response.json());
`;
}

function apollo(operation: Operation, token: string | null): string {
  const isQuery = kindOf(operation) === 'query';
  return `import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';

${constants(operation, token)}
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new HttpLink({ uri: ${text(operation.url)}, headers: { Authorization: \`Bearer \${token}\` } }),
});
const { data } = await client.${isQuery ? 'query' : 'mutate'}({
  ${isQuery ? 'query' : 'mutation'}: gql(query),
  variables,
  // Phone numbers are of people: better not kept.
  fetchPolicy: 'no-cache',
});
console.log(data);
`;
}

function urql(operation: Operation, token: string | null): string {
  return `import { Client, fetchExchange, gql } from '@urql/core';

${constants(operation, token)}
const client = new Client({
  url: ${text(operation.url)},
  exchanges: [fetchExchange],
  // With GET, variables would stand in the address.
  preferGetMethod: false,
  fetchOptions: () => ({ headers: { Authorization: \`Bearer \${token}\` } }),
});
const { data, error } = await client.${kindOf(operation)}(gql(query), variables).toPromise();
console.log(error ?? data);
`;
}

function constants({ query, variables }: Operation, token: string | null): string {
  return `const token = ${text(token ?? PLACEHOLDER)};
const query = ${template(query.trimEnd())};
const variables = ${json(variables)};
`;
}

function named({ operationName }: Operation): string {
  return operationName === null ? '' : `, operationName: ${text(operationName)}`;
}

function bodyOf({ query, operationName, variables }: Omit<Operation, 'url'>) {
  return { query: query.trimEnd(), ...(operationName !== null && { operationName }), variables };
}

function kindOf({ query, operationName }: Operation): string {
  try {
    return getOperationAST(parse(query, { noLocation: true }), operationName)?.operation ?? 'query';
  } catch {
    return 'query';
  }
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A text of a shell, in which nothing means anything. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text of JavaScript on one line. */
function text(value: string): string {
  return `'${JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`;
}

/** A text of JavaScript on many lines. */
function template(value: string): string {
  return `\`\n${value.replaceAll(/[\\`]|\$(?=\{)/g, String.raw`\$&`)}\``;
}

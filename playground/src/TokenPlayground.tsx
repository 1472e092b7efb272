import { useState } from 'react';
import { pasted } from './credentials';
import { Brand } from './header/Brand';
import { TokenField } from './header/TokenField';
import { Page } from './Page';
import { send, type GraphQLRequest } from './transport';
import { LazyWorkbench } from './workbench/LazyWorkbench';

const NO_TOKEN = { errors: [{ message: 'Paste an access token above first.' }] };

interface TokenPlaygroundProps {
  graphqlPath: string;
}

/** The playground in front of a real tenant. */
export function TokenPlayground({ graphqlPath }: TokenPlaygroundProps) {
  const [token, setToken] = useState<string | null>(null);
  // A new fetcher makes GraphiQL ask for the schema again, which it could not have before there was a token.
  const [fetcher, setFetcher] = useState(() => fetcherWith(graphqlPath, null));

  function take(next: string | null) {
    setToken(next);
    setFetcher(() => fetcherWith(graphqlPath, next));
  }

  return (
    <Page
      header={
        <>
          <Brand page="GraphiQL" />
          <TokenField token={token} onToken={take} />
        </>
      }
    >
      <LazyWorkbench fetcher={fetcher} graphqlPath={graphqlPath} token={() => Promise.resolve(token)} />
    </Page>
  );
}

function fetcherWith(graphqlPath: string, token: string | null) {
  if (token === null) return () => Promise.resolve(NO_TOKEN);
  const credentials = pasted(token);
  return (request: GraphQLRequest, fetcher?: typeof fetch) => send(graphqlPath, credentials, request, fetcher);
}

import { useMemo } from 'react';
import { Brand } from './header/Brand';
import { Page } from './Page';
import { CallerField } from './signin/CallerField';
import type { Person } from './signin/person';
import { SessionNote } from './signin/SessionNote';
import type { Session } from './signin/session';
import { TEXTS } from './signin/texts';
import { useSession } from './signin/useSession';
import type { OnTenant } from './start';
import { send, type GraphQLRequest } from './transport';
import { LazyWorkbench } from './workbench/LazyWorkbench';

/** The playground in front of a real tenant. */
export function TokenPlayground({ graphqlPath, login }: OnTenant) {
  const { session, state } = useSession(mayReplace);
  const { signIns } = state;
  // Another fetcher for each sign-in: it makes GraphiQL ask for the schema, which it could not have before.
  const bench = useMemo(
    () => ({ of: signIns, fetcher: fetcherOf(graphqlPath, session) }),
    [graphqlPath, session, signIns],
  );
  return (
    <Page
      header={
        <>
          <Brand page="GraphiQL" />
          <CallerField login={login} session={session} state={state} />
        </>
      }
    >
      <SessionNote login={login} state={state} />
      <LazyWorkbench fetcher={bench.fetcher} graphqlPath={graphqlPath} token={() => tokenNow(session)} />
    </Page>
  );
}

function mayReplace(before: Person, next: Person): boolean {
  return window.confirm(TEXTS.otherPerson(before, next));
}

function fetcherOf(graphqlPath: string, session: Session) {
  return async (request: GraphQLRequest, fetcher?: typeof fetch) => {
    try {
      return await send(graphqlPath, session, request, fetcher);
    } catch (failure) {
      return { errors: [{ message: failure instanceof Error ? failure.message : String(failure) }] };
    }
  };
}

async function tokenNow(session: Session): Promise<string | null> {
  try {
    return await session.token();
  } catch {
    return null;
  }
}

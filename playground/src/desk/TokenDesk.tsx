import { useMemo, useState } from 'react';
import { pasted } from '../credentials';
import { Brand } from '../header/Brand';
import { TokenField } from '../header/TokenField';
import { Page } from '../Page';
import type { InSandbox } from '../start';
import { Forms } from './Forms';
import { Gateway } from './gateway';
import { mayForget } from './leaving';

/** The form in front of a real tenant. Another token starts with a form of its own. */
export function TokenDesk({ graphqlPath }: Pick<InSandbox, 'graphqlPath'>) {
  const [token, setToken] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const gateway = useMemo(
    () => (token === null ? null : new Gateway(graphqlPath, pasted(token))),
    [graphqlPath, token],
  );
  return (
    <Page
      header={
        <>
          <Brand page="Help desk" />
          <TokenField
            token={token}
            onToken={(next) => {
              if (!mayForget(isOpen)) return;
              setToken(next);
              if (next === null) setOpen(false);
            }}
            disabled={busy}
          />
        </>
      }
    >
      {gateway === null ? (
        <p className="loading">Paste an access token above to begin.</p>
      ) : (
        <Forms key={token} gateway={gateway} onBusy={setBusy} onOpen={setOpen} />
      )}
    </Page>
  );
}

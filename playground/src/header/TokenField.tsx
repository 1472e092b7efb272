import { useState, type SyntheticEvent } from 'react';
import { expiryOf } from '../credentials';

interface TokenFieldProps {
  token: string | null;
  onToken: (token: string | null) => void;
  /** While something is under way with a token, it stays. */
  disabled?: boolean;
}

/** Takes a pasted bearer token and clears itself: the token stays in memory and leaves the page's text. */
export function TokenField({ token, onToken, disabled = false }: TokenFieldProps) {
  const [typed, setTyped] = useState('');

  function use(event: SyntheticEvent) {
    event.preventDefault();
    onToken(typed.trim().replace(/^Bearer\s+/i, '') || null);
    setTyped('');
  }

  return (
    <>
      <form className="token" onSubmit={use} autoComplete="off">
        <label htmlFor="bearer">Access token</label>
        <input
          id="bearer"
          className="token-input"
          // A password field would have the browser offer to keep the token.
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="Paste a bearer token for this gateway"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <button type="submit" className="button" disabled={disabled || !typed.trim()}>
          Use token
        </button>
        <button
          type="button"
          className="button"
          disabled={disabled || token === null}
          onClick={() => {
            onToken(null);
          }}
        >
          Forget
        </button>
      </form>
      <p className="persona-note" role="status">
        {token === null ? 'No token yet: nothing is sent without one.' : `Using your token${expiryNote(token)}`}
      </p>
    </>
  );
}

function expiryNote(token: string): string {
  const expiry = expiryOf(token);
  return expiry === null ? '.' : `, valid until ${new Date(expiry).toLocaleTimeString()}. It is kept in memory only.`;
}

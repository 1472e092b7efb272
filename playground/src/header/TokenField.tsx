import { useState, type SyntheticEvent } from 'react';
import type { Token } from '../signin/person';
import { TEXTS } from '../signin/texts';

interface TokenFieldProps {
  token: Token | null;
  onToken: (token: string) => void;
  onForget: () => void;
  /** While something is under way with a token, it stays. */
  disabled?: boolean;
}

/** Takes a pasted bearer token and clears itself: the token stays in memory and leaves the page's text. */
export function TokenField({ token, onToken, onForget, disabled = false }: TokenFieldProps) {
  const [typed, setTyped] = useState('');

  function use(event: SyntheticEvent) {
    event.preventDefault();
    const value = typed.trim().replace(/^Bearer\s+/i, '');
    setTyped('');
    if (value) onToken(value);
  }

  return (
    <>
      <form className="token" onSubmit={use} autoComplete="off">
        <label htmlFor="bearer">{TEXTS.token}</label>
        <input
          id="bearer"
          className="token-input"
          // A password field would have the browser offer to keep the token.
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={TEXTS.tokenPlaceholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <button type="submit" className="button" disabled={disabled || !typed.trim()}>
          {TEXTS.useToken}
        </button>
        <button type="button" className="button" disabled={disabled || token === null} onClick={onForget}>
          {TEXTS.forget}
        </button>
      </form>
      <p className="persona-note" role="status">
        {token === null ? TEXTS.noToken : TEXTS.using(token)}
      </p>
    </>
  );
}

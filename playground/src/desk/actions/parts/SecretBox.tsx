import { useEffect, useState } from 'react';
import { time } from '../../format';
import { TEXTS } from './texts';
import type { Secret } from './useSecret';

interface SecretBoxProps {
  /** The name of the secret. */
  label: string;
  secret: Secret;
  onKeepLonger: () => void;
  onClear: () => void;
}

const DOTS = '••••••••';
const SOON_MS = 60_000;

/** A secret, hidden until it is asked for, and how long it stays. While it is hidden it is not in the document. */
export function SecretBox({ label, secret, onKeepLonger, onClear }: SecretBoxProps) {
  const [isShown, setShown] = useState(false);
  const [said, setSaid] = useState('');
  const left = useTimeLeft(secret.until);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret.text);
      setSaid(TEXTS.copied);
    } catch {
      setSaid(TEXTS.notCopied);
    }
  }

  return (
    <div className="secret" role="group" aria-label={label}>
      <p className="secret-label">{label}</p>
      <p className="secret-text">
        {isShown ? (
          <code>{secret.text}</code>
        ) : (
          <>
            <code aria-hidden="true">{DOTS}</code>
            <span className="visually-hidden">{TEXTS.hidden}</span>
          </>
        )}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? TEXTS.hide : TEXTS.show}
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          {TEXTS.copy}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onKeepLonger();
            setSaid('');
          }}
        >
          {TEXTS.keepLonger}
        </button>
        <button type="button" className="button" onClick={onClear}>
          {TEXTS.clear}
        </button>
      </div>
      <p className="hint">
        {TEXTS.clearsAt(time(new Date(secret.until)))}
        <span role="timer">{clock(left)}</span>
      </p>
      <p className="hint" role="status">
        {left <= SOON_MS ? TEXTS.clearsSoon : said}
      </p>
    </div>
  );
}

/** In milliseconds, looked at every half second. */
function useTimeLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return Math.max(0, until - now);
}

/** As in 4:59. */
function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

import { useEffect, useId, useRef, useState } from 'react';
import { LANGUAGES, type Language, type Operation } from './code';

const LABELS = {
  idle: 'Copy',
  copied: 'Copied ✓',
  failed: 'Not copied: select the code instead',
  tokenless: 'There is no token to copy',
} as const;

type Outcome = keyof typeof LABELS;

interface CopyDialogProps {
  operation: Operation;
  token: () => Promise<string | null>;
  onClose: () => void;
}

/** One operation as the code of a client. What is shown holds a place for the token, never the token itself. */
export function CopyDialog({ operation, token, onClose }: CopyDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [language, setLanguage] = useState<Language | undefined>(LANGUAGES[0]);
  const [withToken, setWithToken] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const title = useId();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function copy() {
    const given = withToken ? await token() : null;
    if (withToken && given === null) return 'tokenless';
    await navigator.clipboard.writeText(language?.write(operation, given) ?? '');
    return 'copied';
  }

  return (
    <dialog
      ref={dialog}
      className="copy-as"
      aria-labelledby={title}
      onClose={onClose}
      // Only what surrounds the dialog is the dialog itself to a click.
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="copy-as-body">
        <header>
          <h2 id={title}>Copy as code</h2>
          <button type="button" className="button small" onClick={onClose}>
            Close
          </button>
        </header>
        <LanguageChoice
          current={language}
          onChoice={(chosen) => {
            setLanguage(chosen);
            setOutcome('idle');
          }}
        />
        <p>{language?.needs}</p>
        <pre tabIndex={0} role="region" aria-label={`${language?.name ?? ''} code`}>
          {language?.write(operation, null)}
        </pre>
        <footer>
          <label>
            <input
              type="checkbox"
              checked={withToken}
              onChange={(event) => {
                setWithToken(event.target.checked);
                setOutcome('idle');
              }}
            />
            Put my access token into what is copied
          </label>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              copy().then(setOutcome, () => {
                setOutcome('failed');
              });
            }}
          >
            {LABELS[outcome]}
          </button>
          <span className="visually-hidden" role="status">
            {outcome === 'idle' ? '' : LABELS[outcome]}
          </span>
        </footer>
      </div>
    </dialog>
  );
}

interface LanguageChoiceProps {
  current: Language | undefined;
  onChoice: (language: Language) => void;
}

function LanguageChoice({ current, onChoice }: LanguageChoiceProps) {
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">Language</legend>
      {LANGUAGES.map((language) => (
        <label key={language.name} className="choice">
          <input
            type="radio"
            name="language"
            checked={language === current}
            onChange={() => {
              onChoice(language);
            }}
          />
          {language.name}
        </label>
      ))}
    </fieldset>
  );
}

import { useEffect, useId, useRef } from 'react';
import { SAMPLE_LINES } from '../samples';
import { Columns } from './Columns';
import { TypeOfAll } from './TypeOfAll';
import { TypeWords } from './TypeWords';
import { ModeChoice } from './ModeChoice';
import { TEXTS } from './texts';
import { useFile } from './useFile';
import type { SourceHandle } from './useSource';

interface SourceFormProps extends SourceHandle {
  withSamples: boolean;
  /** Whether somebody came back to it from the lines. */
  takesFocus: boolean;
  /** Whether the lines of this very list were checked, and can be shown again. */
  isChecked: boolean;
  onCheck: () => void;
}

const { source: T } = TEXTS;

/** The list as it was exported, pasted or opened, and how its columns are read. */
export function SourceForm(props: SourceFormProps) {
  const { source, withSamples, takesFocus, isChecked, setText, onCheck } = props;
  const { text, sheet, read, missing } = source;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const file = useFile(text.trim() !== '', setText, () => form.current?.checkVisibility() ?? false);
  const count = read.lines.length;

  useEffect(() => {
    if (takesFocus) area.current?.focus();
  }, [takesFocus]);

  function submit() {
    if (count > 0 && missing === null) onCheck();
    else (form.current?.querySelector<HTMLElement>('[aria-invalid=true]') ?? area.current)?.focus();
  }

  return (
    <form
      ref={form}
      className="card source"
      noValidate
      data-is={file.isOver ? 'over' : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{T.title}</h2>
      <label htmlFor={id}>{T.list}</label>
      <p id={`${id}hint`} className="hint">
        {T.hint}
      </p>
      <textarea
        ref={area}
        id={id}
        className="input list"
        rows={10}
        wrap="off"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        placeholder="kim@contoso.com; mobile; +1 2065550120"
        aria-describedby={`${id}hint ${id}found ${id}notes`}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <div className="actions">
        <input
          ref={input}
          type="file"
          hidden
          aria-label={T.file}
          accept=".csv,.tsv,.txt,.tab,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => {
            void file.open([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {T.open}
        </button>
        {withSamples && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setText(SAMPLE_LINES);
              area.current?.focus();
            }}
          >
            {T.sample}
          </button>
        )}
      </div>
      <p role="status" className={file.note?.isProblem ? 'notice' : 'hint'}>
        {file.note?.text}
      </p>
      <p id={`${id}found`} role="status" className="hint">
        {count > 0 && T.found(count)}
      </p>
      <div id={`${id}notes`} className="problems">
        {sheet.unclosed !== null && <p className="field-error">{T.unclosed(sheet.unclosed)}</p>}
        {read.withoutNumber > 0 && <p className="hint">{T.withoutNumber(read.withoutNumber)}</p>}
      </div>
      {sheet.rows.length > 0 && <Columns {...props} />}
      {sheet.rows.length > 0 && <TypeOfAll {...props} />}
      <TypeWords {...props} />
      <ModeChoice mode={source.mode} onChoice={props.setMode} />
      <div className="actions">
        <button
          type="submit"
          className="button primary"
          aria-disabled={count === 0 || missing !== null}
          aria-describedby={`${id}safe`}
        >
          {isChecked ? T.show : T.check(count)}
        </button>
        <p id={`${id}safe`} className="hint beside">
          {text.trim() !== '' && sheet.rows.length === 0 ? T.empty : T.changesNothing}
        </p>
      </div>
      {file.isOver && (
        <p className="drop" aria-hidden="true">
          {T.drop}
        </p>
      )}
    </form>
  );
}

import { useEffect, useId, useRef } from 'react';
import { TYPES } from '../wording';
import type { Draft, Line } from './lines';
import type { Field } from './problems';
import { choicesAt, remarksOf, suggestionsOf, type Remark } from './remarks';
import { TEXTS } from './texts';
import { PHONE_TYPES } from './TypeOfAll';
import { stateOf, verdictOf, verdictText, type ListState } from './verdict';

const { table: T } = TEXTS;

/** What somebody can do with a line. */
export interface LineActions {
  edit: (line: Line, field?: Field) => void;
  draft: (id: string, draft: Draft | null) => void;
  save: (id: string) => void;
  accept: (numbers: ReadonlyMap<string, string>) => void;
  leaveOut: (ids: readonly string[], isOut: boolean) => void;
}

/** The place of a line that is to have the focus; each one takes it once. */
export interface Focus {
  readonly id: string;
  readonly field: Field | 'edit';
}

interface LineRowProps extends LineActions {
  line: Line;
  list: ListState;
  isBusy: boolean;
  /** The field that takes the focus; null when none does. */
  focus: Focus | null;
}

/** One line of the list: what it asks for, what is known of it, and what can be done. */
export function LineRow(props: LineRowProps) {
  const { line, list, isBusy, focus, edit, draft: onDraft, save, accept, leaveOut } = props;
  const id = useId();
  const row = useRef<HTMLTableRowElement>(null);
  const state = stateOf(line.id, list);
  const draft = list.drafts.get(line.id);
  const isOut = list.out.has(line.id);
  const isSettled = state.is === 'applied' || state.is === 'unknown' || list.findings.repeats.has(line.id);
  const remarks = isOut ? [] : remarksOf(line, state, list.findings, list.mode);
  const choices = isOut ? [] : choicesAt(line, list.findings);
  const canChange = !isBusy && !isSettled && !isOut;

  useEffect(() => {
    if (focus === null) return;
    const target = row.current?.querySelector<HTMLElement>(`[data-focus=${focus.field}]`);
    (target ?? row.current?.querySelector<HTMLElement>('[data-focus=edit]') ?? row.current)?.focus();
  }, [focus]);

  function change(part: Partial<Draft>) {
    if (draft) onDraft(line.id, { ...draft, ...part });
  }

  const ofField = (field: Field) => remarks.filter((remark) => remark.field === field);
  const describedBy = (field: Field) => (ofField(field).length > 0 ? `${id}${field}` : undefined);
  return (
    <tr ref={row} role="row" tabIndex={-1} data-is={verdictOf(line, list)}>
      <th role="rowheader" scope="row">
        <span className="cell-name">{T.line}</span> {line.row}
      </th>
      <td role="cell">
        <span className="cell-name">{T.user}</span>
        {draft ? (
          <input
            className="input"
            form={`${id}form`}
            type="text"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            data-focus="user"
            aria-label={T.user}
            aria-invalid={ofField('user').length > 0}
            aria-describedby={describedBy('user')}
            value={draft.user}
            onChange={({ target }) => {
              change({ user: target.value });
            }}
          />
        ) : (
          <strong className="line-user">{line.user}</strong>
        )}
        <Remarks id={`${id}user`} remarks={ofField('user')} />
        {line.written.user !== line.user && !draft && <small>{T.wrote(line.written.user)}</small>}
      </td>
      <td role="cell">
        <span className="cell-name">{T.type}</span>
        {draft ? (
          <select
            className="input"
            form={`${id}form`}
            data-focus="type"
            aria-label={T.type}
            aria-invalid={ofField('type').length > 0}
            aria-describedby={describedBy('type')}
            value={draft.type ?? ''}
            onChange={({ target }) => {
              change({ type: PHONE_TYPES.find((type) => type === target.value) ?? null });
            }}
          >
            <option value="">{T.chooseType}</option>
            {PHONE_TYPES.map((type) => (
              <option key={type} value={type}>
                {TYPES[type].name}
              </option>
            ))}
          </select>
        ) : (
          <span>{typeOf(line)}</span>
        )}
        <Remarks id={`${id}type`} remarks={ofField('type')} />
      </td>
      <td role="cell">
        <span className="cell-name">{T.phoneNumber}</span>
        {draft ? (
          <input
            className="input number"
            form={`${id}form`}
            type="tel"
            autoComplete="off"
            data-focus="phoneNumber"
            aria-label={T.phoneNumber}
            aria-invalid={ofField('phoneNumber').length > 0}
            aria-describedby={describedBy('phoneNumber')}
            value={draft.phoneNumber}
            onChange={({ target }) => {
              change({ phoneNumber: target.value });
            }}
          />
        ) : (
          <span className="number">{line.phoneNumber}</span>
        )}
        <Remarks id={`${id}phoneNumber`} remarks={ofField('phoneNumber')} />
        {line.written.phoneNumber !== line.phoneNumber && !draft && <small>{T.wrote(line.written.phoneNumber)}</small>}
        {canChange &&
          !draft &&
          proposalsOf(line, list).map((phoneNumber) => (
            <button
              key={phoneNumber}
              type="button"
              className="button small suggestion"
              onClick={() => {
                accept(new Map([[line.id, phoneNumber]]));
              }}
            >
              {TEXTS.readings.accept(phoneNumber)}
            </button>
          ))}
        {canChange &&
          choices
            .filter(({ isRight }) => isRight)
            .map(({ phoneNumber, lines }) => (
              <button
                key={phoneNumber}
                type="button"
                className="button small suggestion"
                onClick={() => {
                  const others = choices.filter((other) => other.phoneNumber !== phoneNumber);
                  leaveOut(
                    others.flatMap((other) => other.lines.map((each) => each.id)),
                    true,
                  );
                }}
              >
                {TEXTS.problems.keep(
                  phoneNumber,
                  lines.map(({ row: number }) => number),
                )}
              </button>
            ))}
      </td>
      <td role="cell">
        <span className="cell-name">{T.result}</span>
        <span className="verdict" data-is={verdictOf(line, list)}>
          {draft ? T.editing : verdictText(line, list)}
        </span>
        <Remarks id={`${id}result`} remarks={remarks.filter(({ field }) => field === null)} />
        <div className="line-actions">
          {draft ? (
            <form
              id={`${id}form`}
              onSubmit={(event) => {
                event.preventDefault();
                if (!isBusy) save(line.id);
              }}
            >
              <button type="submit" className="button small" aria-disabled={isBusy}>
                {T.save}
              </button>
              <button
                type="button"
                className="button small"
                onClick={() => {
                  onDraft(line.id, null);
                }}
              >
                {T.cancel}
              </button>
            </form>
          ) : (
            <>
              {canChange && (
                <button
                  type="button"
                  className="button small quiet"
                  data-focus="edit"
                  aria-label={T.editOf(line.row)}
                  onClick={() => {
                    edit(line);
                  }}
                >
                  {T.edit}
                </button>
              )}
              {!isBusy && !isSettled && (
                <button
                  type="button"
                  className="button small quiet"
                  aria-label={isOut ? T.takeBackOf(line.row) : T.leaveOutOf(line.row)}
                  onClick={() => {
                    leaveOut([line.id], !isOut);
                  }}
                >
                  {isOut ? T.takeBack : T.leaveOut}
                </button>
              )}
            </>
          )}
        </div>
      </td>
    </tr>
  );
}

function Remarks({ id, remarks }: { id: string; remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <div id={id}>
      {remarks.map(({ text, isProblem }) => (
        <p key={text} className={isProblem ? 'field-error' : 'hint'}>
          {text}
        </p>
      ))}
    </div>
  );
}

/** Numbers to take by a click: as the page reads it, or as the gateway suggests. */
function proposalsOf(line: Line, list: ListState): string[] {
  const reading = list.findings.problems.get(line.id)?.find((problem) => problem.is === 'reading');
  if (reading) return reading.readings.map(({ phoneNumber }) => phoneNumber);
  return suggestionsOf(stateOf(line.id, list));
}

function typeOf({ type, written }: Line): string {
  return type === null ? written.type : TYPES[type].name;
}

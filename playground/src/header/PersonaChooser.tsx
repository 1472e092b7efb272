import { useId, useState } from 'react';
import { usePersonas } from '../sandbox/personas';
import type { Persona } from '../sandbox/sandbox';
import { TEXTS } from './texts';

interface PersonaChooserProps {
  /** While something is under way in somebody's name, nobody else is acted as. */
  disabled?: boolean;
}

/** One radio button a persona that says what they can do; below them the whole of it, of the one chosen or pointed at. */
export function PersonaChooser({ disabled = false }: PersonaChooserProps) {
  const personas = usePersonas();
  const [pointedAt, setPointedAt] = useState<Persona | null>(null);
  const id = useId();
  if (personas === null) return null;
  const { all, current, choose } = personas;
  const described = pointedAt ?? current;
  return (
    <>
      <fieldset className="personas" disabled={disabled}>
        <legend>{TEXTS.actAs}</legend>
        {all.map((persona) => (
          <label
            key={persona.name}
            className="persona"
            onPointerEnter={() => {
              setPointedAt(persona);
            }}
            onPointerLeave={() => {
              setPointedAt(null);
            }}
          >
            <input
              type="radio"
              name="persona"
              value={persona.name}
              checked={persona === current}
              aria-describedby={id + persona.name}
              onChange={() => {
                choose(persona.name);
              }}
            />
            <span>
              {persona.displayName}
              <small>{persona.can}</small>
            </span>
            <span id={id + persona.name} hidden>
              {persona.description} {rolesOf(persona)}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="persona-note" data-preview={described !== current || undefined} aria-hidden="true">
        <strong>{described.displayName}</strong>
        <code>{described.name}</code>
        <span className="persona-description" title={described.description}>
          {described.description}
        </span>
        <span className="roles">{rolesOf(described)}</span>
      </p>
    </>
  );
}

function rolesOf({ roles }: Persona): string {
  return roles.length === 0 ? TEXTS.noRole : roles.join(' · ');
}

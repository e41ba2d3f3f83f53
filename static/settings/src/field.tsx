import { createContext, useContext, useId, type ReactNode } from 'react';
import { toDotPath } from 'zod/v4/core';
import type { Problem } from '../../../src/api/contract';

/** What the last attempt to save found wrong; fields show their own. */
export const Problems = createContext<readonly Problem[]>([]);

/** How replies name a field of a project's settings: `settings.lines.test.branch`. */
export const placeOf = (...path: (string | number)[]): string => toDotPath(['settings', ...path]);

const isAt = (field: string, place: string): boolean =>
  field === place || field.startsWith(`${place}.`) || field.startsWith(`${place}[`);

/** What is wrong at a place, or under it. */
export const useProblemsAt = (place: string | undefined): readonly Problem[] => {
  const problems = useContext(Problems);
  return place === undefined ? [] : problems.filter(({ field }) => isAt(field, place));
};

type Attributes = { id: string; isInvalid: boolean; 'aria-describedby': string | undefined };
type Props = {
  label: string;
  /** More for screen readers, who do not see which row a field stands in. */
  of?: string;
  help?: ReactNode;
  place?: string;
  children: (attributes: Attributes) => ReactNode;
};

/** A label above its field; help and what is wrong below. */
export function Field({ label, of, help, place, children }: Props) {
  const ownId = useId();
  const id = place ?? ownId;
  const problems = useProblemsAt(place);
  const described = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(problems.length === 0 ? [] : [`${id}-problems`]),
  ];
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {of !== undefined && <span className="sr-only">{` ${of}`}</span>}
      </label>
      {children({
        id,
        isInvalid: problems.length > 0,
        'aria-describedby': described.join(' ') || undefined,
      })}
      {help !== undefined && (
        <div className="subtle" id={`${id}-help`}>
          {help}
        </div>
      )}
      <ProblemList id={`${id}-problems`} problems={problems} />
    </div>
  );
}

export function ProblemList({ id, problems }: { id: string; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="problem" id={id}>
      {problems.map(({ field, message }) => (
        <li key={`${field} ${message}`}>{asSentence(message)}</li>
      ))}
    </ul>
  );
}

const asSentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;

import type { CSSProperties } from 'react';
import type { Presence } from '../../../src/api/contract';
import { PRESENCE_SHAPE, Stop } from './stop';
import { presenceOn, presenceWord } from './presence-words';

/** What its stop says without a word: there, or not there. */
const isPlain = ({ state, by, note }: Presence): boolean =>
  note === undefined && (state === 'absent' || (state === 'present' && by === 'ancestor'));

type Props = {
  route: string[];
  presence: Record<string, Presence>;
  /** The line whose facts are shown. */
  openLine: string | null;
  factsId: string;
  onToggle: (line: string) => void;
};

/** Where one commit is: a small stop per line; words for what a stop cannot say; a press explains it. */
export function PresenceStrip({ route, presence, openLine, factsId, onToggle }: Props) {
  return (
    <ul
      className="strip"
      aria-label="Where this commit is"
      style={{ '--lines': route.length } as CSSProperties}
    >
      {route.map((line) => {
        const found = presenceOn(presence, line);
        const isOpen = openLine === line;
        return (
          <li key={line}>
            <button
              type="button"
              className={`strip-stop strip-${found.state}`}
              aria-expanded={isOpen}
              aria-controls={isOpen ? factsId : undefined}
              onClick={() => {
                onToggle(line);
              }}
            >
              <Stop shape={PRESENCE_SHAPE[found.state]} />
              <span className="strip-line">{line}</span>{' '}
              <span className={isPlain(found) ? 'sr-only' : 'strip-word'}>
                {presenceWord(found)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

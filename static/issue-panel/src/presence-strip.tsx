import type { Presence, PresenceState } from '../../../src/api/contract';
import { Stop, type StopShape } from './stop';
import { presenceWord } from './words';

const SHAPE: Record<PresenceState, StopShape> = {
  present: 'all',
  adapted: 'part',
  absent: 'none',
  reverted: 'missing',
  unknown: 'unknown',
};
const UNKNOWN: Presence = { state: 'unknown', by: null, as: null };

/** What its stop says without a word: there, or not there. */
const isPlain = ({ state, by }: Presence): boolean =>
  state === 'absent' || (state === 'present' && by === 'ancestor');

type Props = { route: string[]; presence: Record<string, Presence> };

/** Where one commit is: a small stop per line; words for what a stop cannot say. */
export function PresenceStrip({ route, presence }: Props) {
  return (
    <ul className="strip" aria-label="Where this commit is">
      {route.map((line) => {
        const found = presence[line] ?? UNKNOWN;
        return (
          <li key={line} className={`strip-stop strip-${found.state}`}>
            <Stop shape={SHAPE[found.state]} />
            <span className="strip-line">{line}</span>
            <span className={isPlain(found) ? 'sr-only' : 'strip-word'}>{presenceWord(found)}</span>
          </li>
        );
      })}
    </ul>
  );
}

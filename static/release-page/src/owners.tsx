import type { ReleaseView } from '../../../src/api/contract';

const OWNERS_SHOWN = 4;

/** For whom things wait, and how many. */
export function Owners({ owners }: Pick<ReleaseView, 'owners'>) {
  const named = owners.filter(({ owner }) => owner !== null);
  const nameless = owners.find(({ owner }) => owner === null);
  const others = named.length - OWNERS_SHOWN;
  if (owners.length === 0) return null;
  return (
    <p className="owners">
      <span className="subtle">Must act: </span>
      {named.slice(0, OWNERS_SHOWN).map(({ owner, things }) => (
        <span key={owner} className="owner">
          {owner} <strong>{things}</strong>
        </span>
      ))}
      {others > 0 && <span className="owner">{others === 1 ? '1 other' : `${others} others`}</span>}
      {nameless && (
        <span className="owner">
          with no owner <strong>{nameless.things}</strong>
        </span>
      )}
    </p>
  );
}

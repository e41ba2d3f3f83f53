import type { ReleaseView, Verdict } from '../../../src/api/contract';
import { LEVEL, LEVELS, LevelBadge } from '../../issue-panel/src/level';
import { plural } from '../../shared/wording';
import { DecisionCard } from './decision-card';
import { NextCard } from './next-card';
import { useAddress } from './use-address';

/** What somebody must know within ten seconds: the decision, what next, by whom, and of how many. */
export function Glance({ view }: { view: ReleaseView }) {
  return (
    <div className="release-glance">
      <DecisionCard view={view} />
      <NextCard view={view} />
      <CountsCard view={view} />
    </div>
  );
}

function CountsCard({ view }: { view: ReleaseView }) {
  const { counts, order, promotion } = view;
  const commits = order.repositories.reduce((sum, one) => sum + one.commits, 0);
  return (
    <section className="release-card" aria-label="How many">
      <h2 className="release-heading">
        {`${plural(counts.issues, 'issue')} · ${plural(counts.repositories, 'repository', 'repositories')}`}
      </h2>
      <Verdicts verdicts={counts.verdicts} />
      <p className="order-line">
        <span className="subtle">
          {commits === 0
            ? `Nothing must travel from ${promotion.from} to ${promotion.to}. `
            : `${plural(commits, 'commit')} to promote, in this order: `}
        </span>
        {order.repositories.map(({ name }) => name).join(' → ')}
      </p>
      {order.cycles.length > 0 && (
        <p className="order-line">
          <span className="subtle">Only together: </span>
          {order.cycles.map((cycle) => cycle.join(' ↔ ')).join('; ')}
        </p>
      )}
      <p className="subtle">
        {counts.unlisted === 0
          ? `Nothing on ${promotion.from} comes from outside this release.`
          : `${plural(counts.unlisted, 'change')} on ${promotion.from} from outside this release.`}
        {counts.hidden > 0 &&
          ` ${plural(counts.hidden, 'issue')} that you may not see ${counts.hidden === 1 ? 'is' : 'are'} counted.`}
      </p>
    </section>
  );
}

function Verdicts({ verdicts }: { verdicts: Record<Verdict, number> }) {
  const [{ verdict }, change] = useAddress();
  return (
    <ul className="verdicts">
      {LEVELS.map((level) => (
        <li key={level}>
          <button
            type="button"
            className="verdict-count"
            aria-pressed={verdict === level}
            aria-label={`Show ${verdicts[level]} ${LEVEL[level].toLowerCase()}`}
            onClick={() => {
              const isOn = verdict === level;
              change({ verdict: isOn ? undefined : level, tab: undefined, issue: undefined });
            }}
          >
            <strong>{verdicts[level]}</strong>
            <LevelBadge level={level} />
          </button>
        </li>
      ))}
    </ul>
  );
}

import type { GraphEdge, GraphView } from '../../../src/api/contract';
import { DependencyStatusMark } from '../../issue-panel/src/dependency-status';
import { cycleWords, sourceWords } from '../../issue-panel/src/dependency-words';
import { PagedList } from '../../shared/paged-list';
import { plural } from '../../shared/wording';
import { IssueButton } from './issue-button';

const BY_URGENCY: readonly GraphEdge['status'][] = [
  'missing',
  'unresolved',
  'hidden',
  'in-bundle',
  'satisfied',
];
const SHOWN = 40;

/** What the picture says, in words: what is missing first. */
export function GraphList({
  graph: { nodes, edges, cycles, conflicts, left },
}: {
  graph: GraphView;
}) {
  const keyOf = new Map(nodes.map(({ id, key }) => [id, key]));
  const ordered = edges.toSorted(
    (a, b) => BY_URGENCY.indexOf(a.status) - BY_URGENCY.indexOf(b.status),
  );
  return (
    <section aria-label="Who needs whom, as a list">
      <h2 className="release-heading">{`${plural(edges.length, 'need')} between ${plural(nodes.length, 'issue')}`}</h2>
      {cycles.map((cycle) => (
        <p key={cycle.join()} className="cycle-line">
          ↻ {cycleWords(cycle)}
        </p>
      ))}
      {conflicts.map(({ one, other, sources }) => (
        <p key={`${one} ${other}`} className="cycle-line">
          {`⇄ Sources disagree which of ${one} and ${other} needs the other: ${sources.join('; ')}`}
        </p>
      ))}
      <PagedList items={ordered} limit={SHOWN} noun="needs">
        {(shown) => (
          <ul className="needs">
            {shown.map(({ from, to, status, why, sources }) => (
              <li key={`${from} ${to}`}>
                <p>
                  <IssueButton issueKey={from} /> needs{' '}
                  <IssueButton issueKey={keyOf.get(to) ?? 'a hidden issue'} />{' '}
                  <DependencyStatusMark status={status} />
                </p>
                <p className="subtle">{`${why} · ${sourceWords(sources)}`}</p>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {left > 0 && <p className="subtle">{`${left} more do not fit here.`}</p>}
    </section>
  );
}

import { lazy, Suspense, useState } from 'react';
import type { ConflictView, DependencyView, IssueView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { DependencyStatusMark } from './dependency-status';
import { HIDDEN_ISSUE, keyOfDependency, mostUrgentFirst, sourceWords } from './dependency-words';
import { EvidenceLine, keyOf } from './evidence-links';
import { IssueLink } from './issue-link';
import { Cycles } from './travel-together';

const SHOWN = 20;
const IN_LINE = 5;
/** More than that is no picture to take in at once: it is drawn when asked for. */
const DRAWN = 24;
const Graph = lazy(async () => ({ default: (await import('./dependency-graph')).DependencyGraph }));

/** Every issue that this one needs, directly or through others: as a list, and as a picture of the same. */
export function DependenciesSection({ view }: { view: IssueView }) {
  const { dependencies, order, conflicts } = view;

  return (
    <>
      <Cycles cycles={order.cycles} />
      <Conflicts conflicts={conflicts} />
      {dependencies.length > 0 && <Picture view={view} />}
      <PagedList items={mostUrgentFirst(dependencies)} limit={SHOWN} noun="dependencies">
        {(shown) => (
          <ul className="rows" aria-label="Dependencies">
            {shown.map((dependency) => (
              <DependencyRow
                key={keyOfDependency(dependency)}
                dependency={dependency}
                issueKey={view.key}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

function Picture({ view }: { view: IssueView }) {
  const [isOpen, setIsOpen] = useState(view.dependencies.length <= DRAWN);
  return (
    <div className="picture">
      <button
        type="button"
        className="text-button"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {isOpen ? 'Hide the picture' : 'Show as a picture'}
      </button>
      {isOpen && (
        <Suspense fallback={<p className="subtle">Drawing…</p>}>
          <Graph view={view} />
        </Suspense>
      )}
    </div>
  );
}

type RowProps = { dependency: DependencyView; issueKey: string };

function DependencyRow({ dependency, issueKey }: RowProps) {
  const { key, summary, issueStatus, status, why, sources, links, neededBy } = dependency;
  return (
    <li className="row">
      <span className="row-state">
        <DependencyStatusMark status={status} />
      </span>
      <div className="row-words">
        <p>
          {key === null ? HIDDEN_ISSUE : <IssueLink issueKey={key} />} <bdi>{summary}</bdi>
          {issueStatus !== null && <span className="mark">{issueStatus}</span>}
        </p>
        <p className="subtle">{why}</p>
      </div>
      <div className="row-aside subtle">
        <p>{neededByWords(neededBy, issueKey)}</p>
        <p>{`from: ${sourceWords(sources)}`}</p>
        {links.length > 0 && (
          <p>
            <EvidenceLine links={links} limit={IN_LINE} />
          </p>
        )}
      </div>
    </li>
  );
}

function neededByWords(neededBy: string | null, issueKey: string): string {
  if (neededBy === null) return `needed by ${HIDDEN_ISSUE}`;
  return neededBy === issueKey ? 'needed directly' : `needed by ${neededBy}`;
}

function Conflicts({ conflicts }: { conflicts: ConflictView[] }) {
  return conflicts.map(({ one, other, links }) => (
    <p key={`${one} ${other} ${links.map(keyOf).join()}`} className="cycle">
      {`Two sources say the opposite: whether ${one} needs ${other}, or ${other} needs ${one}. `}
      <EvidenceLine links={links} limit={IN_LINE} />
    </p>
  ));
}

import type {
  ChangesSinceView,
  ComparisonView,
  ReleaseChoice,
  ReleaseView,
  Snapshot,
} from '../../../src/api/contract';
import { exactTime, plural } from '../../shared/wording';
import { OF_ONE_TAB } from './address';
import { AddressLink } from './address-link';
import { DifferenceGroups } from './difference-groups';
import { Failure } from './failure';
import { useComparison, type Question } from './snapshot-queries';
import { hiddenWords } from './snapshot-words';

type Props = { choice: ReleaseChoice; question: Question; view: ReleaseView };

/** What differs between two states of the release. */
export function ComparedStates({ choice, question, view }: Props) {
  const { data = [], error, isFetching, refetch } = useComparison(choice, question);
  return (
    <section className="comparison" aria-label="What changed" aria-busy={isFetching}>
      <p>
        <AddressLink change={OF_ONE_TAB}>All snapshots</AddressLink>
      </p>
      <Pages pages={data} view={view} />
      {isFetching && (
        <p role="status" className="subtle">
          {data.length === 0 ? 'Comparing…' : 'More of it is on its way…'}
        </p>
      )}
      {error && (
        <Failure
          title={data.length > 0 ? 'Not all of it could be compared' : 'Could not compare'}
          message={error.message}
          isTrying={isFetching}
          onTryAgain={() => void refetch()}
        />
      )}
    </section>
  );
}

function Pages({ pages, view }: { pages: ChangesSinceView[]; view: ReleaseView }) {
  const compared = pages.flatMap((page) => (page.kind === 'compared' ? [page] : []));
  const [first] = compared;
  if (first) {
    return (
      <>
        <Compared page={first} view={view} />
        <DifferenceGroups pages={compared} gates={view.gates} />
      </>
    );
  }
  const [none] = pages;
  return none?.kind === 'none' ? <p>{none.why}</p> : null;
}

function Compared({ page, view }: { page: ComparisonView; view: ReleaseView }) {
  const { before, after, total, counts, hidden } = page;
  return (
    <>
      <h2 className="release-heading">
        {total === 0 ? 'Nothing changed' : plural(total, 'difference')}
      </h2>
      <p>
        {`From ${sideWords(before)} to ${sideWords(after)}.`}
        {isOfOther(before, after, view) && <strong> They are about different promotions.</strong>}
      </p>
      {counts.length > 0 && (
        <ul className="change-counts" aria-label="How many of each kind">
          {counts.map(({ kind, title, count }) => (
            <li key={kind}>
              {title} <strong>{count}</strong>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p className="subtle">{hiddenWords(hidden)}</p>}
    </>
  );
}

const sideWords = (snapshot: Snapshot | null): string =>
  snapshot === null
    ? 'the release as it is now'
    : `the snapshot of ${exactTime(snapshot.at)} by ${snapshot.by}`;

function isOfOther(
  before: Snapshot | null,
  after: Snapshot | null,
  { promotion, mode }: ReleaseView,
): boolean {
  const now = { promotion, mode };
  const [one, other] = [before ?? now, after ?? now];
  return (
    one.mode !== other.mode ||
    one.promotion.from !== other.promotion.from ||
    one.promotion.to !== other.promotion.to
  );
}

import { createColumnHelper, type Row, type SortingFn } from '@tanstack/react-table';
import type { ReleaseRow } from '../../../src/api/contract';
import { LevelBadge } from '../../issue-panel/src/level';
import { plural } from '../../shared/wording';
import { LaneDots } from './lane-dots';
import { changedSince, compareRowKeys, compareVerdicts, travelled } from './matrix-rows';
import { RowLink } from './row-link';

const column = createColumnHelper<ReleaseRow>();

const sorted =
  (compare: (a: ReleaseRow, b: ReleaseRow) => number): SortingFn<ReleaseRow> =>
  (a: Row<ReleaseRow>, b: Row<ReleaseRow>) =>
    compare(a.original, b.original) || compareRowKeys(a.original, b.original);

const by = (valueOf: (row: ReleaseRow) => string | number): SortingFn<ReleaseRow> =>
  sorted((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  });

const ownersOf = ({ owners }: ReleaseRow): string => owners.join(', ');

export const COLUMNS = [
  column.accessor('key', {
    header: 'Issue',
    sortingFn: sorted(compareRowKeys),
    cell: ({ row }) => <RowLink row={row.original} />,
  }),
  column.accessor('summary', {
    header: 'Summary',
    sortingFn: by(({ summary }) => summary.toLowerCase()),
    cell: ({ row: { original } }) => (
      <>
        <bdi>{original.summary}</bdi> <span className="row-status">{original.status}</span>
      </>
    ),
  }),
  column.accessor('verdict', {
    header: 'Verdict',
    sortingFn: sorted(compareVerdicts),
    cell: ({ row }) => <LevelBadge level={row.original.verdict} />,
  }),
  column.accessor(travelled, {
    id: 'lines',
    header: 'Lines',
    sortingFn: by(travelled),
    cell: ({ row }) => <LaneDots lines={row.original.lines} />,
  }),
  column.accessor(({ toPromote }) => toPromote.commits, {
    id: 'promote',
    header: 'To promote',
    sortingFn: by(({ toPromote }) => toPromote.commits),
    cell: ({ row }) => promoteWords(row.original),
  }),
  column.accessor(({ reasons }) => reasons.length, {
    id: 'why',
    header: 'Why',
    sortingFn: by(({ reasons }) => reasons.length),
    cell: ({ row }) => <Why reasons={row.original.reasons} />,
  }),
  column.accessor(ownersOf, {
    id: 'owner',
    header: 'Owner',
    sortingFn: by(ownersOf),
    cell: ({ row }) => ownersOf(row.original) || '–',
  }),
  column.accessor(changedSince, {
    id: 'since',
    header: 'Since last word',
    sortingFn: by(changedSince),
    cell: ({ row }) => sinceWords(row.original),
  }),
];

/** `3 in 2`: commits, and in how many repositories. */
function promoteWords({ toPromote: { commits, repositories } }: ReleaseRow) {
  if (commits === 0) return '–';
  const words = `${plural(commits, 'commit')} in ${plural(repositories, 'repository', 'repositories')}`;
  return (
    <>
      <span aria-hidden="true">{`${commits} in ${repositories}`}</span>
      <span className="sr-only">{words}</span>
    </>
  );
}

function Why({ reasons }: Pick<ReleaseRow, 'reasons'>) {
  const [first] = reasons;
  if (!first) return <span className="subtle">–</span>;
  return (
    <span title={reasons.map(({ summary }) => summary).join('\n')}>
      {first.summary}
      {reasons.length > 1 && <strong>{` +${reasons.length - 1}`}</strong>}
    </span>
  );
}

const SINCE = { rejected: 'rejection', approved: 'approval', 'signed-off': 'sign-off' } as const;

function sinceWords({ lines }: ReleaseRow): string {
  const [line] = lines
    .filter((one) => one.changedSince > 0)
    .sort((a, b) => b.changedSince - a.changedSince);
  if (!line) return '–';
  const word = line.since === null ? 'the last word' : SINCE[line.since];
  return `${line.changedSince} since ${word}`;
}

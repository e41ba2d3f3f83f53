import type { RepositoryChanges } from '../../../src/api/contract';
import { plural } from '../../shared/wording';

/** `14 commits · 2 not on prod`: how many, and how they stand on the last line of the route. */
export function changesGist({ commits, cells }: RepositoryChanges, route: string[]): string {
  const last = cells.findLast(({ line }) => route.includes(line));
  const count = plural(commits.length, 'commit');
  return last === undefined ? count : `${count} · ${standingWords(last)}`;
}

function standingWords({
  line,
  branchState,
  present,
  unknown,
  of,
}: RepositoryChanges['cells'][number]): string {
  if (branchState === 'missing') return `no branch for ${line}`;
  if (branchState === 'unknown' || unknown === of) return `${line} unknown`;
  const missing = of - present - unknown;
  const words = [
    ...(missing > 0 ? [`${missing} not on ${line}`] : []),
    ...(unknown > 0 ? [`${unknown} unknown on ${line}`] : []),
  ];
  return words.join(' · ') || `all on ${line}`;
}

import type { IssueView } from '../../../src/api/contract';
import {
  isAsTruthSays,
  isLooseOfTitle,
  PRESENCE_DIFFERENCES,
  toDifference,
  type PresenceMoment,
  type PresenceRow,
} from '../../support/presence-truth';

/** A commit that only speaks of an issue is a mention on the panel: nobody follows where it is. */
const MENTIONS = ['5.2.1 PHOENIX-7353 61618617', '5.2.1@half PHOENIX-7353 61618617'];
/** A commit that carries nothing is nowhere on the panel but where it is an ancestor, as the file has it. */
const EMPTY = ' PHOENIX-7516 e0c10460 ticket-only: present empty';

/** What the panels of the issues say of every commit that the file asks for at a moment. */
export type PanelTold = {
  rows: number;
  /** Equal, but that the patch without its context tells what the file knows by its title. */
  loose: number;
  /** Commits that the file has and the panel has not. */
  unlisted: string[];
  otherwise: string[];
};

export function panelsTold(moment: PresenceMoment, views: readonly IssueView[]): PanelTold {
  const told = views.flatMap((view) => rowsOf(moment, view));
  const rows = told.flatMap(({ found, ...row }) => (found ? [{ ...row, found }] : []));
  return {
    rows: rows.length,
    loose: rows.filter((row) => !isAsTruthSays(row) && isLooseOfTitle(row)).length,
    unlisted: told
      .filter(({ found }) => !found)
      .map(({ key, listed }) => `${moment.name} ${key} ${listed.sha.slice(0, 8)}`),
    otherwise: rows
      .filter((row) => !isAsTruthSays(row) && !isLooseOfTitle(row))
      .map(toDifference)
      .sort(),
  };
}

type Told = Omit<PresenceRow, 'found'> & { found: PresenceRow['found'] | undefined };

function rowsOf({ asked }: PresenceMoment, { key, route, changes }: IssueView): Told[] {
  const line = route.at(-1) ?? '';
  const commits = changes.flatMap((change) => change.commits);
  return asked
    .filter((one) => one.key === key)
    .map((one) => ({
      ...one,
      found: commits.find(({ sha }) => sha === one.listed.sha)?.presence[line],
    }));
}

/** What the file says of the moment, but for what is known to differ. */
export function panelsExpected({
  name,
  asked,
}: PresenceMoment): Pick<PanelTold, 'rows' | 'unlisted' | 'otherwise'> {
  const isIts = (row: string): boolean => row.startsWith(`${name} `);
  const unlisted = MENTIONS.filter(isIts);
  const known = PRESENCE_DIFFERENCES.filter(isIts).map(withoutNote);
  return {
    rows: asked.length - unlisted.length,
    unlisted,
    otherwise: known.filter((row) => !row.endsWith(EMPTY)).sort(),
  };
}

/** The panel does not name them. */
const withoutNote = (row: string): string => row.replace(' carries-no-change', '');

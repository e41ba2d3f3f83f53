import { readFileSync } from 'node:fs';
import { z } from 'zod';

import type { Presence } from '../../src/domain/presence/presence-state';

const Listed = z.object({
  repo: z.string(),
  sha: z.string(),
  status: z.string(),
  state_in_target: z.string().optional(),
  evidence: z.record(z.string(), z.array(z.string())),
});
export type Listed = z.infer<typeof Listed>;
const Target = z.object({ target: z.string(), sources: z.record(z.string(), z.string()) });
const Truth = z.object({
  releases: z.record(
    z.string(),
    z.object({
      targets: z.record(z.string(), Target),
      tickets: z.record(
        z.string(),
        z.object({ lines: z.record(z.string(), z.object({ commits: z.array(Listed) })) }),
      ),
    }),
  ),
});

/** Each of them with its reason in docs/real-data.md. */
export const PRESENCE_DIFFERENCES = [
  // Several commits of a line came to the other as one: git says that their patches are the same.
  '5.1.3 PHOENIX-6537 d4604aea subject: present squash 76fc10c1',
  '5.1.3 PHOENIX-6537 e3f71a96 ticket-only: present squash 76fc10c1',
  // The revert of a change is a commit like others, and came along as such.
  '5.1.3 PHOENIX-6776 a3dc6d3a subject: adapted title 5305b294',
  '5.1.3@half PHOENIX-6537 d4604aea subject: present squash 76fc10c1',
  '5.1.3@half PHOENIX-6537 e3f71a96 ticket-only: present squash 76fc10c1',
  // An empty commit carries nothing.
  '5.2.2 PHOENIX-7516 e0c10460 ticket-only: present empty carries-no-change',
  // The file does not look at contents: all that the commit touched is there as it left it.
  '5.2.2 PHOENIX-7655 3232ad20 subject: present content d3b9b5b8',
  '5.2.2 PHOENIX-7675 a66b11eb subject: present squash 9bc6d88f',
  '5.2.2 PHOENIX-7675 d92e2440 ticket-only: present squash 9bc6d88f',
  '5.2.2@half PHOENIX-7516 e0c10460 ticket-only: present empty carries-no-change',
  '5.2.2@half PHOENIX-7655 3232ad20 subject: present content 5fce4716',
  '5.2.2@half PHOENIX-7675 a66b11eb subject: present squash 9bc6d88f',
  '5.2.2@half PHOENIX-7675 d92e2440 ticket-only: present squash 9bc6d88f',
  '5.3.2 PHOENIX-7879 55aab3e9 patch: present patch 06082c74',
  '5.2.1-in-5.1 PHOENIX-7229 ff0e7b25 missing: present content 4e850352',
  '5.2.2-in-5.3 PHOENIX-7655 e12e1e8d subject: present content 91d14d96',
];

/** A commit of an issue that the truth file looks for at one moment. */
export type AskedRow = { moment: string; key: string; listed: Listed };
export type PresenceRow = AskedRow & { found: Presence & { note?: string } };

/** One moment of a repository: what its target has of the commits of one source. */
export type PresenceMoment = {
  name: string;
  repository: string;
  target: string;
  source: string;
  asked: AskedRow[];
};

export function readPresenceTruth(file: string): PresenceMoment[] {
  const { releases } = Truth.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(releases).flatMap(([name, { targets, tickets }]) =>
    Object.entries(targets).flatMap(([repository, { target, sources }]) =>
      Object.entries(sources).map(([line, source]) => ({
        ...{ name, repository, target, source },
        asked: Object.entries(tickets).flatMap(([key, { lines }]) =>
          (lines[line]?.commits ?? [])
            .filter(({ repo }) => repo === repository)
            .map((listed) => ({ moment: name, key, listed })),
        ),
      })),
    ),
  );
}

/** Our proofs in their order, by the file's words. */
const PROOFS: readonly [evidence: string, ours: string][] = [
  ['trailer', 'present cherry-pick'],
  ['trailer-transitive', 'present cherry-pick'],
  ['change-id', 'present change-id'],
  ['patch', 'present patch'],
  ['subject', 'adapted title'],
];

/** What the file says, in our words: the first proof of our order that it knows of. */
function expected({ status, state_in_target: state, evidence, sha }: Listed): string[] {
  if (status === 'ancestor') return [`present ancestor ${sha}`];
  if (state === 'reverted') {
    return (evidence['ticket-only'] ?? []).map((as) => `reverted revert ${as}`);
  }
  const [kind = '', ours] = PROOFS.find(([one]) => one in evidence) ?? [];
  return ours === undefined ? ['absent'] : (evidence[kind] ?? []).map((as) => `${ours} ${as}`);
}

const told = ({ found: { state, by, as, note } }: PresenceRow): string =>
  [state, by, as, note].filter((one) => one !== null && one !== undefined).join(' ');

export const isAsTruthSays = (row: PresenceRow): boolean =>
  expected(row.listed).includes(told(row));

/** The file knows by the title only what we know by the patch without its context. */
export const isLooseOfTitle = ({ listed, found: { by, as } }: PresenceRow): boolean =>
  by === 'patch-loose' && as !== null && listed.evidence.subject?.includes(as) === true;

/** `moment issue commit, the file's word: ours`, with short shas. */
export const toDifference = (row: PresenceRow): string =>
  `${row.moment} ${row.key} ${row.listed.sha.slice(0, 8)} ${row.listed.status}: ${told(row).replace(/([0-9a-f]{8})[0-9a-f]{32}/, '$1')}`;

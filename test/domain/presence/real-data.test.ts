import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import { createPresenceIn } from '../../../src/domain/presence/presence';
import type { FoundPresence, PresenceFacts } from '../../../src/domain/presence/presence-facts';
import { readBundle, type BundleFacts } from '../../support/bundle-facts';
import { describeWithShared } from '../../support/shared-data';

const Listed = z.object({
  repo: z.string(),
  sha: z.string(),
  status: z.string(),
  state_in_target: z.string().optional(),
  evidence: z.record(z.string(), z.array(z.string())),
});
const Truth = z.object({
  releases: z.record(
    z.string(),
    z.object({
      targets: z.record(
        z.string(),
        z.object({ target: z.string(), sources: z.record(z.string(), z.string()) }),
      ),
      tickets: z.record(
        z.string(),
        z.object({ lines: z.record(z.string(), z.object({ commits: z.array(Listed) })) }),
      ),
    }),
  ),
});

type Row = { moment: string; key: string; listed: z.infer<typeof Listed>; found: FoundPresence };

function decide(facts: PresenceFacts, ref: string, asked: readonly Omit<Row, 'found'>[]): Row[] {
  const shas = asked.map(({ listed }) => listed.sha);
  const { found } = createPresenceIn(facts)(ref, shas);
  return asked.flatMap((one) => {
    const presence = found.get(one.listed.sha);
    return presence ? [{ ...one, found: presence }] : [];
  });
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
function expected({ status, state_in_target: state, evidence, sha }: Row['listed']): string[] {
  if (status === 'ancestor') return [`present ancestor ${sha}`];
  if (state === 'reverted') {
    return (evidence['ticket-only'] ?? []).map((as) => `reverted revert ${as}`);
  }
  const [kind = '', ours] = PROOFS.find(([one]) => one in evidence) ?? [];
  return ours === undefined ? ['absent'] : (evidence[kind] ?? []).map((as) => `${ours} ${as}`);
}

const told = ({ found: { state, by, as, note } }: Row): string =>
  [state, by, as, note].filter((one) => one !== null && one !== undefined).join(' ');

/** The file does not know patches without context: git says whether they are the same. */
function isSameWithoutContext({ listed, found }: Row, bundle: BundleFacts | undefined): boolean {
  const { as, by } = found;
  if (by !== 'patch-loose' || as === null || !listed.evidence.subject?.includes(as)) return false;
  return bundle?.patchIdWithoutContext(listed.sha) === bundle?.patchIdWithoutContext(as);
}

/** Each of them with its reason in docs/real-data.md. */
const DIFFERENCES = [
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

describeWithShared('presence in the Apache Phoenix release data', 'phoenix/truth.json', (path) => {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-presence-'));
  const bundles = new Map<string, BundleFacts>();
  const rows: Row[] = [];

  beforeAll(() => {
    const truth = Truth.parse(JSON.parse(readFileSync(path, 'utf8')));
    const open = (repository: string): BundleFacts => {
      const known =
        bundles.get(repository) ?? readBundle(join(dirname(path), `${repository}.bundle`), folder);
      bundles.set(repository, known);
      return known;
    };
    rows.push(
      ...Object.entries(truth.releases).flatMap(([moment, { targets, tickets }]) =>
        Object.entries(targets).flatMap(([repository, { target, sources }]) =>
          Object.entries(sources).flatMap(([line, head]) => {
            const asked = Object.entries(tickets).flatMap(([key, { lines }]) =>
              (lines[line]?.commits ?? [])
                .filter(({ repo }) => repo === repository)
                .map((listed) => ({ moment, key, listed })),
            );
            return decide(open(repository).facts([head]), target, asked);
          }),
        ),
      ),
    );
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is what git says, state, proof and commit, for each issue, line and commit of all moments', () => {
    const differing = rows.filter(
      (row) =>
        !expected(row.listed).includes(told(row)) &&
        !isSameWithoutContext(row, bundles.get(row.listed.repo)),
    );

    expect(rows).toHaveLength(918);
    expect(
      differing.map(
        (row) =>
          `${row.moment} ${row.key} ${row.listed.sha.slice(0, 8)} ${row.listed.status}: ${told(row).replace(/([0-9a-f]{8})[0-9a-f]{32}/, '$1')}`,
      ),
    ).toEqual(DIFFERENCES);
  });

  it('finds by the lines alone what the file knows by its title only', () => {
    const loose = rows.filter((row) => isSameWithoutContext(row, bundles.get(row.listed.repo)));

    expect(loose).toHaveLength(75);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { createPresenceIn } from '../../../src/domain/presence/presence';
import type { PresenceFacts } from '../../../src/domain/presence/presence-facts';
import { readBundle, type BundleFacts } from '../../support/bundle-facts';
import {
  isAsTruthSays,
  isLooseOfTitle,
  PRESENCE_DIFFERENCES,
  readPresenceTruth,
  toDifference,
  type AskedRow,
  type PresenceRow,
} from '../../support/presence-truth';
import { describeWithShared } from '../../support/shared-data';

function decide(facts: PresenceFacts, ref: string, asked: readonly AskedRow[]): PresenceRow[] {
  const shas = asked.map(({ listed }) => listed.sha);
  const { found } = createPresenceIn(facts)(ref, shas);
  return asked.flatMap((one) => {
    const presence = found.get(one.listed.sha);
    return presence ? [{ ...one, found: presence }] : [];
  });
}

/** The file does not know patches without context: git says whether they are the same. */
function isSameWithoutContext(row: PresenceRow, bundle: BundleFacts | undefined): boolean {
  if (!isLooseOfTitle(row)) return false;
  const ids = [row.listed.sha, row.found.as ?? ''].map((sha) => bundle?.patchIdWithoutContext(sha));
  return ids[0] === ids[1];
}

describeWithShared('presence in the Apache Phoenix release data', 'phoenix/truth.json', (path) => {
  const folder = mkdtempSync(join(tmpdir(), 'convoy-presence-'));
  const bundles = new Map<string, BundleFacts>();
  const rows: PresenceRow[] = [];

  beforeAll(() => {
    const open = (repository: string): BundleFacts => {
      const known =
        bundles.get(repository) ?? readBundle(join(dirname(path), `${repository}.bundle`), folder);
      bundles.set(repository, known);
      return known;
    };
    for (const { repository, source, target, asked } of readPresenceTruth(path)) {
      rows.push(...decide(open(repository).facts([source]), target, asked));
    }
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is what git says, state, proof and commit, for each issue, line and commit of all moments', () => {
    const differing = rows.filter(
      (row) => !isAsTruthSays(row) && !isSameWithoutContext(row, bundles.get(row.listed.repo)),
    );

    expect(rows).toHaveLength(918);
    expect(differing.map(toDifference)).toEqual(PRESENCE_DIFFERENCES);
  });

  it('finds by the lines alone what the file knows by its title only', () => {
    const loose = rows.filter((row) => isSameWithoutContext(row, bundles.get(row.listed.repo)));

    expect(loose).toHaveLength(75);
  });
});

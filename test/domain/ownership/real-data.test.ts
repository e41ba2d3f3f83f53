import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ownCommit } from '../../../src/domain/ownership/own-commit';
import type { Association } from '../../../src/domain/ownership/association';
import { ownershipContext } from '../../support/ownership';
import { describeWithShared } from '../../support/shared-data';

type Named = { repo?: string; sha: string; where: string; revert: boolean };
type Issue = { range_commits: Named[]; lines: Record<string, { commits: Named[] }> };
type Truth = {
  repos: Record<string, unknown>;
  releases: Record<string, { tickets: Record<string, Issue> }>;
};

/** Every commit of a repository with its associations, parents first. */
function ownAll(bundle: string, folder: string): Map<string, Association[]> {
  const repository = join(folder, 'clone.git');
  execFileSync('git', ['clone', '--quiet', '--bare', bundle, repository]);
  const words = ['log', '--all', '--reverse', '--topo-order', '--format=%H|%P|%B%x00'];
  const log = execFileSync('git', words, { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 28 });
  rmSync(repository, { recursive: true });
  const known = new Map<string, Association[]>();
  const context = ownershipContext({
    isProjectKey: (key) => key === 'PHOENIX',
    lineBranches: ['master', '5.1', '5.2', '5.3'],
    associationsOf: (sha) => known.get(sha),
  });
  for (const record of log.split('\0\n').slice(0, -1)) {
    const [sha = '', parents = '', ...message] = record.split('|');
    const commit = { sha, parents: parents.split(' '), message: message.join('|') };
    known.set(sha, ownCommit(commit, context));
  }
  return known;
}

const isPrimary = ({ where }: Named): boolean =>
  where === 'subject' || where === 'for' || where.startsWith('trailer:');

/** Every commit that the file names for an issue. */
function listedIn({ releases }: Truth): (Named & { key: string })[] {
  return Object.values(releases)
    .flatMap(({ tickets }) => Object.entries(tickets))
    .flatMap(([key, { range_commits, lines }]) =>
      [...range_commits, ...Object.values(lines).flatMap(({ commits }) => commits)].map(
        (named) => ({ ...named, key }),
      ),
    );
}

/** How we see a commit otherwise than the file does; `null` when we agree. */
function difference(named: Named & { key: string }, ours: Association[]): string | null {
  const own = ours.filter(({ issueKey }) => issueKey === named.key);
  const isOwned = own.some(({ kind }) => kind !== 'mentions');
  const isRevert = own.some(({ kind }) => kind === 'reverts');
  if (isOwned === isPrimary(named) && isRevert === named.revert) return null;
  return `${named.key} ${named.sha.slice(0, 8)} ${own.map(({ source }) => source).join()}`;
}

describeWithShared('ownership of the Apache Phoenix release data', 'phoenix/truth.json', (path) => {
  it('is what the truth file says of every listed commit, but for one bullet of a squash', () => {
    const truth = JSON.parse(readFileSync(path, 'utf8')) as Truth;
    const folder = mkdtempSync(join(tmpdir(), 'convoy-ownership-'));
    const bundle = (repo: string): string => join(dirname(path), `${repo}.bundle`);
    const owned = new Map(
      Object.keys(truth.repos).map((repo) => [repo, ownAll(bundle(repo), folder)]),
    );
    rmSync(folder, { recursive: true });
    const listed = listedIn(truth);

    const differences = listed.flatMap((named) => {
      const ours = owned.get(named.repo ?? 'phoenix')?.get(named.sha) ?? [];
      return difference(named, ours) ?? [];
    });

    expect(listed.length).toBeGreaterThan(1800);
    expect([...new Set(differences)]).toEqual(['PHOENIX-7041 fa950809 squash-bullet']);
  });
});

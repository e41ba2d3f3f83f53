import { execFileSync } from 'node:child_process';

import type { Commit } from '../../src/domain/commit';
import type { CodeHost } from '../../src/ports/code-host';
import type { BlobAt } from '../../src/domain/presence/presence-facts';
import type { DiffFact } from '../../src/domain/presence/diff-fact';
import { failureOf } from '../support/failure-of';
import type { GitRepository } from '../support/git-repository';
import { toldCommits } from './git-commits';
import type { Stage } from './host-under-test';
import { UNKNOWN_SHA } from './host-under-test';

const PATH = 'acme/changes';

/** What git itself says of a diff, with the shortest blob ids; without what a host cannot tell. */
function gitPatchId(
  { gitFolder: cwd }: GitRepository,
  hasSimilarity: boolean,
  revisions: string[],
): string | null {
  const words = ['diff-tree', '-p', '-M', '--abbrev=7', '--root', '--no-commit-id', ...revisions];
  const diff = execFileSync('git', words, { cwd }).toString('latin1');
  const told = hasSimilarity ? diff : diff.replace(/^similarity index \d\d%\n/gm, '');
  const input = Buffer.from(told, 'latin1');
  const [id = ''] = execFileSync('git', ['patch-id', '--stable'], { cwd, input, encoding: 'utf8' })
    .trim()
    .split(' ');
  return id === '' ? null : id;
}

/** Diffs of commits, files and combined patches: what presence is proven with. */
export function describeDiffs(stage: () => Stage): void {
  const git = (): GitRepository => stage().story.changes.git;
  const patchIdOf = (repository: GitRepository, ...revisions: string[]): string | null =>
    gitPatchId(repository, stage().tells.similarity, revisions);
  const shaOf = (name: string): string => git().head(`refs/tags/${name}`);
  const commitOf = (name: string): Commit | undefined =>
    toldCommits(stage(), git(), shaOf(name))[0];
  const patchIdAt = (fact: DiffFact | undefined): string | null | undefined =>
    fact?.status === 'known' ? fact.patchId : fact?.status;

  async function listRange(host: CodeHost): Promise<Map<string, DiffFact>> {
    const commits = toldCommits(stage(), git(), 'main')
      .reverse()
      .filter(({ parents }) => parents.length === 1);
    const listed = await host.listDiffs(PATH, {
      base: shaOf('root'),
      head: git().head('main'),
      commits,
    });
    return listed.status === 'read' ? listed.diffs : new Map();
  }

  async function listOne(host: CodeHost, name: string): Promise<DiffFact | undefined> {
    const commits = [commitOf(name)].filter((one) => one !== undefined);
    const listed = await host.listDiffs(PATH, { base: null, head: shaOf(name), commits });
    return listed.status === 'read' ? listed.diffs.get(shaOf(name)) : undefined;
  }

  const NAMES = [
    ...['text', 'added', 'added-empty', 'deleted', 'renamed', 'only-renamed', 'mode', 'binary'],
    ...['binary-again', 'new-binary', 'empty', 'crlf', 'open-end', 'quoting', 'dashes'],
    ...['odd-name', 'side', 'squash', 'last'],
  ];

  describe('diffs', () => {
    it('of a range have the patch ids that git prints', async () => {
      const { host } = await stage().connect();

      const diffs = await listRange(host);

      const found = NAMES.map((name) => [name, patchIdAt(diffs.get(shaOf(name)))]);
      expect(found).toEqual(NAMES.map((name) => [name, patchIdOf(git(), shaOf(name))]));
      expect([...diffs.keys()]).not.toContain(shaOf('merge'));
    });

    it.each(NAMES)('of one commit alone: %s', async (name) => {
      const { host } = await stage().connect();

      const diff = await listOne(host, name);

      expect(patchIdAt(diff)).toBe(patchIdOf(git(), shaOf(name)));
    });

    it('in another encoding are kept to the byte, or unread', async () => {
      const { host } = await stage().connect();

      const [diffs, one] = [await listRange(host), await listOne(host, 'latin1')];

      const expected = stage().tells.otherEncodings ? patchIdOf(git(), shaOf('latin1')) : 'unread';
      expect(patchIdAt(diffs.get(shaOf('latin1')))).toBe(expected);
      expect(patchIdAt(one)).toBe(expected);
      expect(patchIdAt(await listOne(host, 'root'))).toBe(
        stage().tells.otherEncodings ? patchIdOf(git(), shaOf('root')) : 'unread',
      );
    });

    it('tell paths, and what a diff grows by', async () => {
      const { host } = await stage().connect();

      const diffs = await listRange(host);

      const pathsOf = (name: string): unknown => {
        const fact = diffs.get(shaOf(name));
        return fact?.status === 'known'
          ? [fact.growth, ...fact.paths.map(({ path }) => path)]
          : fact;
      };
      expect(pathsOf('renamed')).toEqual([0, 'docs/moved.txt', 'moved.txt']);
      expect(pathsOf('dashes')).toEqual([-1, 'query.sql']);
      expect(pathsOf('odd-name')).toEqual([0, 'caf\u00e9 "x".txt']);
      expect(pathsOf('binary')).toEqual([0, 'image.png', 'text.txt']);
      expect(pathsOf('empty')).toEqual([0]);
    });

    it('of a sha that is not there are absent', async () => {
      const { host } = await stage().connect();
      const commits = [{ ...commitOf('text'), sha: UNKNOWN_SHA }] as Commit[];

      const listed = await host.listDiffs(PATH, { base: null, head: UNKNOWN_SHA, commits });

      expect(listed).toEqual({ status: 'read', diffs: new Map() });
    });

    it('are not found in a repository that is not there', async () => {
      const { host } = await stage().connect();
      const commits = [commitOf('text')].filter((one) => one !== undefined);

      const { failure } = await failureOf(
        host.listDiffs('acme/nothing', { base: null, head: shaOf('text'), commits }),
      );

      expect(failure).toEqual({ kind: 'not-found' });
    });

    it('cost what the host documents', async () => {
      const { host, calls } = await stage().connect();
      const commits = ['text', 'added', 'added-empty', 'deleted', 'renamed'].flatMap(
        (name) => commitOf(name) ?? [],
      );

      await host.listDiffs(PATH, { base: shaOf('root'), head: shaOf('renamed'), commits });

      expect(calls()).toBe(stage().calls.diffsOf(5));
    });
  });

  describe('a combined patch', () => {
    it('of parts is that of their squash', async () => {
      const { host } = await stage().connect();

      const combined = await host.readCombined(PATH, {
        base: shaOf('merge'),
        head: shaOf('part-2'),
      });
      const squash = await listOne(host, 'squash');

      expect(combined).toEqual({
        status: 'known',
        patchId: patchIdOf(git(), shaOf('merge'), shaOf('part-2')),
      });
      expect(patchIdAt(squash)).toBe(combined.status === 'known' ? combined.patchId : '');
    });

    it('of nothing is empty', async () => {
      const { host } = await stage().connect();

      const combined = await host.readCombined(PATH, {
        base: shaOf('latin1'),
        head: shaOf('empty'),
      });

      expect(combined).toEqual({ status: 'known', patchId: null });
    });

    it('is not found from a sha that is not there', async () => {
      const { host } = await stage().connect();

      const { failure } = await failureOf(
        host.readCombined(PATH, { base: UNKNOWN_SHA, head: shaOf('text') }),
      );

      expect(failure).toEqual({ kind: 'not-found' });
    });
  });

  describe('files', () => {
    const blobOf = (name: string, path: string): string =>
      git().git('rev-parse', `${name}:${path}`).trim();

    it('of a commit have their blobs and modes; those that are not there are absent', async () => {
      const { host } = await stage().connect();
      const paths = ['run.sh', 'docs/again.txt', 'docs', 'gone.txt', 'caf\u00e9 "x".txt'];

      const files = await host.readFiles(PATH, [{ sha: shaOf('last'), paths }]);

      expect(files.get(shaOf('last'))).toEqual(
        new Map([
          ['caf\u00e9 "x".txt', { blob: blobOf('last', 'caf\u00e9 "x".txt'), mode: '100644' }],
          ['docs/again.txt', { blob: blobOf('last', 'docs/again.txt'), mode: '100644' }],
          ['run.sh', { blob: blobOf('last', 'run.sh'), mode: '100755' }],
        ]),
      );
    });

    it('of many commits come in few calls; a commit that is not there is absent', async () => {
      const { host, calls } = await stage().connect();
      const names = NAMES.slice(0, 12);
      const asks = [
        ...names.map((name) => ({ sha: shaOf(name), paths: ['text.txt', 'docs/none.txt'] })),
        { sha: UNKNOWN_SHA, paths: ['text.txt'] },
        { sha: shaOf('last'), paths: ['none.txt'] },
        { sha: shaOf('part-1'), paths: [] },
      ];

      const files = await host.readFiles(PATH, asks);

      const textOf = (name: string): unknown => [
        shaOf(name),
        new Map([['text.txt', { blob: blobOf(name, 'text.txt'), mode: '100644' }]]),
      ];
      expect(files).toEqual(
        new Map([
          ...names.map(textOf),
          [shaOf('last'), new Map()],
          [shaOf('part-1'), new Map()],
        ] as [string, Map<string, BlobAt>][]),
      );
      expect(calls()).toBe(stage().calls.filesOfMany);
    });

    it('have their whole texts, but for what is binary or in no UTF-8', async () => {
      const { host, calls } = await stage().connect();
      const wanted = git()
        .git('ls-tree', '-r', shaOf('last'))
        .trim()
        .split('\n')
        .flatMap((line) => {
          const [, blob = '', path = ''] = /^100\d+ blob ([0-9a-f]+)\t(.*)$/.exec(line) ?? [];
          return path === '' || path.startsWith('"') ? [] : [{ blob, sha: shaOf('last'), path }];
        });
      const bytesOf = (blob: string): string => git().git('cat-file', 'blob', blob);
      const isText = (blob: string): boolean => !/[\0\ufffd]/.test(bytesOf(blob));

      const texts = await host.readTexts(PATH, wanted);

      const told = wanted.filter(({ blob }) => isText(blob));
      expect(texts).toEqual(new Map(told.map(({ blob }) => [blob, bytesOf(blob)])));
      expect(told.length).toBeGreaterThan(1);
      expect(calls()).toBe(1);
    });

    it('of one commit that is not there are none', async () => {
      const { host } = await stage().connect();

      const files = await host.readFiles(PATH, [{ sha: UNKNOWN_SHA, paths: ['run.sh'] }]);

      expect(files).toEqual(new Map());
    });

    it.each([['one'], ['one', 'two']])(
      'are not found where there is no repository',
      async (...shas) => {
        const { host } = await stage().connect();
        const asks = shas.map((sha) => ({ sha, paths: ['run.sh'] }));

        const { failure } = await failureOf(host.readFiles('acme/nothing', asks));

        expect(failure).toEqual({ kind: 'not-found' });
      },
    );
  });
}

import { performance } from 'node:perf_hooks';
import { createGitReader } from '../../../dev/git/git-reader';
import { createRepository } from '../../support/git-repository';
import type { GitRepository } from '../../support/git-repository';

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

describe('createGitReader', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = createRepository();
  });
  afterEach(() => {
    repository.remove();
  });

  /** Two lines that part, merge and go on, with dates that do not follow their order. */
  function growTree(): void {
    repository.commit({ message: 'root', files: { 'a.txt': '0\n', 'docs/x.md': 'x\n' } });
    repository.branch('develop', 'main');
    for (let step = 1; step <= 5; step += 1) {
      repository.commit({
        message: `main ${step}`,
        files: { 'a.txt': `${step}\n` },
        at: `2026-02-0${6 - step}T10:00:00Z`,
      });
      repository.commit({
        message: `develop ${step}`,
        branch: 'develop',
        files: { [`docs/${step}.md`]: 'd\n' },
      });
      if (step === 3) repository.merge({ from: 'main', into: 'develop' });
    }
    repository.branch('release/test', 'develop~1');
    repository.tag('v1', { at: 'main~2', message: 'Version 1' });
  }

  it('lists history as git does, whole and of one path', async () => {
    growTree();
    const reader = createGitReader(repository.gitFolder);
    const head = repository.head('develop');

    expect(await reader.history(head)).toEqual(
      lines(repository.git('log', '--format=%H', 'develop')),
    );
    expect(await reader.history(head, 'docs')).toEqual(
      lines(repository.git('log', '--format=%H', 'develop', '--', 'docs')),
    );
  });

  it.each([
    ['main', 'develop'],
    ['develop', 'main'],
    ['release/test', 'v1'],
    ['develop', 'develop'],
  ])('counts and finds the merge base of %s and %s as git does', async (base, head) => {
    growTree();
    const reader = createGitReader(repository.gitFolder);
    const [one = '', other = ''] = await Promise.all([reader.resolve(base), reader.resolve(head)]);

    const counts = [
      (await reader.range(other, one)).length,
      (await reader.range(one, other)).length,
    ];

    expect(counts.join('\t')).toBe(
      repository.git('rev-list', '--left-right', '--count', `${base}...${head}`).trim(),
    );
    expect(await reader.mergeBase(one, other)).toBe(
      repository.git('merge-base', base, head).trim(),
    );
  });

  it('finds no merge base of lines that share nothing', async () => {
    const one = repository.commit({ message: 'one', files: { a: '1' } });
    const other = repository.commit({
      message: 'other',
      branch: 'pages',
      parents: [],
      files: { b: '1' },
    });

    expect(await createGitReader(repository.gitFolder).mergeBase(one, other)).toBeUndefined();
  });

  it.each([
    'develop',
    'heads/develop',
    'refs/heads/develop',
    'release/test',
    'v1',
    'refs/tags/v1',
    'HEAD',
  ])('resolves %s', async (ref) => {
    growTree();

    expect(await createGitReader(repository.gitFolder).resolve(ref)).toBe(repository.head(ref));
  });

  it('resolves a short sha, and nothing that is not there', async () => {
    growTree();
    const reader = createGitReader(repository.gitFolder);
    const head = repository.head('main');

    expect(await reader.resolve(head.slice(0, 8))).toBe(head);
    expect(await reader.resolve('1'.repeat(40))).toBeUndefined();
    expect(await reader.resolve('--all')).toBeUndefined();
    expect(await reader.resolve('main~1')).toBeUndefined();
  });

  it('sees at once what refs name now: moved, made, packed, deleted, another default branch', async () => {
    const one = repository.commit({ message: 'one' });
    const reader = createGitReader(repository.gitFolder);
    const seen = async (): Promise<string> => {
      const { defaultBranch, refs } = await reader.refs();
      return [defaultBranch, ...refs.map(({ name, sha }) => `${name} ${sha}`)].join('\n');
    };
    const before = await seen();
    const two = repository.commit({ message: 'two' });
    repository.branch('develop', one);
    const moved = await seen();
    repository.git('pack-refs', '--all');
    const packed = await seen();
    repository.deleteBranch('develop');
    const deleted = await seen();
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');

    expect(before).toBe(`main\nrefs/heads/main ${one}`);
    expect(moved).toBe(`main\nrefs/heads/develop ${one}\nrefs/heads/main ${two}`);
    expect(packed).toBe(moved);
    expect(deleted).toBe(`main\nrefs/heads/main ${two}`);
    expect(await seen()).toBe(`trunk\nrefs/heads/main ${two}`);
  });

  it('finds later what was not there when it was asked for first', async () => {
    const one = repository.commit({ message: 'one', files: { 'a.txt': 'four' } });
    const other = createRepository();
    other.git('fetch', '-q', repository.gitFolder, `${one}:refs/heads/theirs`);
    const sha = other.commit({ message: 'two', files: { 'b.txt': 'b' }, branch: 'theirs' });
    const reader = createGitReader(repository.gitFolder);
    const early = [await reader.mergeBase(one, sha), await reader.tree(sha, false)];

    repository.git('fetch', '-q', other.gitFolder, 'theirs:refs/heads/pushed');

    expect(early).toEqual([undefined, undefined]);
    expect(await reader.mergeBase(one, sha)).toBe(one);
    expect(await reader.tree(sha, false)).toHaveLength(2);
    other.remove();
  });

  it('keeps message, people and dates of a commit as stored', async () => {
    const message = 'PAY-1 Ünïcode title\n\n  Body with "quotes" and \ttabs\n\nIssue: PAY-2\n\n\n';
    const sha = repository.commit({
      message,
      author: 'Žofie Nováková <z@acme.example>',
      committer: 'Bo Chen <bo@acme.example>',
      at: '2026-02-03T10:00:00+05:30',
    });

    const [commit] = await createGitReader(repository.gitFolder).commits([sha]);

    expect(commit).toMatchObject({
      sha,
      parents: [],
      author: { name: 'Žofie Nováková', email: 'z@acme.example', date: '2026-02-03T04:30:00Z' },
      committer: { name: 'Bo Chen', email: 'bo@acme.example', date: '2026-02-03T04:30:00Z' },
      message: message.trimEnd(),
    });
  });

  it('leaves out commits that are not there, and keeps the order of the rest', async () => {
    const one = repository.commit({ message: 'one' });
    const two = repository.commit({ message: '' });

    const found = await createGitReader(repository.gitFolder).commits([
      two,
      '1'.repeat(40),
      one,
      'nonsense',
    ]);

    expect(found.map(({ sha, message }) => [sha, message])).toEqual([
      [two, ''],
      [one, 'one'],
    ]);
  });

  it('tells how each file changed', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    const before = repository.commit({
      message: 'before',
      files: {
        'gone.txt': 'x\n',
        'old name.txt': long,
        'b.txt': 'one\ntwo\n',
        'bin.dat': '\0one',
        'same.txt': 's\n',
      },
    });
    const after = repository.commit({
      message: 'after',
      files: {
        'gone.txt': null,
        'old name.txt': null,
        'ñew/näme.txt': long,
        'b.txt': 'one\nthree\ndiff --git a/x b/x\n',
        'bin.dat': '\0two',
        ':colon.txt': 'no newline',
      },
    });

    const files = await createGitReader(repository.gitFolder).changedFiles(before, after);

    expect(
      files.map(({ path, status, additions, deletions, isBinary, patch }) => [
        path,
        status,
        additions,
        deletions,
        isBinary,
        patch,
      ]),
    ).toEqual([
      [
        ':colon.txt',
        'added',
        1,
        0,
        false,
        '@@ -0,0 +1 @@\n+no newline\n\\ No newline at end of file',
      ],
      [
        'b.txt',
        'modified',
        2,
        1,
        false,
        '@@ -1,2 +1,3 @@\n one\n-two\n+three\n+diff --git a/x b/x',
      ],
      ['bin.dat', 'modified', 0, 0, true, null],
      ['gone.txt', 'removed', 0, 1, false, '@@ -1 +0,0 @@\n-x'],
      ['ñew/näme.txt', 'renamed', 0, 0, false, null],
    ]);
    expect(files.at(-1)?.previousPath).toBe('old name.txt');
  });

  it('reads a tree, whole or one level, and knows when there is none', async () => {
    repository.commit({ message: 'one', files: { 'a.txt': 'four', 'src/b.txt': 'b' } });
    const reader = createGitReader(repository.gitFolder);

    const whole = await reader.tree('main', true);

    expect(whole?.map(({ path, type, size }) => [path, type, size])).toEqual([
      ['a.txt', 'blob', 4],
      ['src', 'tree', null],
      ['src/b.txt', 'blob', 1],
    ]);
    expect(await reader.tree('main', false)).toHaveLength(2);
    expect(await reader.tree('1'.repeat(40), true)).toBeUndefined();
  });

  it('reads 20,000 commits in a second or two, and then a page of 100 at once', async () => {
    repository.git('config', 'core.logAllRefUpdates', 'false');
    repository.importCommits(20_000);
    const reader = createGitReader(repository.gitFolder);
    const head = repository.head('main');
    const shas = await reader.history(head);
    const started = performance.now();
    for (let page = 0; page < 200; page += 1) {
      const commits = await reader.page(shas, page * 100, 100);
      expect(commits).toHaveLength(100);
    }

    expect(shas).toHaveLength(20_000);
    expect((performance.now() - started) / 200).toBeLessThan(20);
  });
});

import { createRepository } from './git-repository';
import type { GitRepository } from './git-repository';

describe('createRepository', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = createRepository();
  });
  afterEach(() => {
    repository.remove();
  });

  it('makes the same shas every time', () => {
    const sha = repository.commit({ message: 'PAY-1 First\n', files: { 'a.txt': 'one\n' } });

    expect(sha).toBe('e777e84ac821002a8055b1cb185a6a6c996b79b1');
  });

  it('keeps author, date, message and parents as asked', () => {
    const first = repository.commit({ message: 'First' });
    const second = repository.commit({
      message: 'Second\n\nIssue: PAY-2\n',
      files: { 'src/b.txt': 'two\n' },
      author: 'Bo Chen <bo@acme.example>',
      at: '2026-02-03T10:00:00Z',
    });

    expect(repository.git('log', '-1', '--format=%P|%an|%ae|%aI|%s', second).trim()).toBe(
      `${first}|Bo Chen|bo@acme.example|2026-02-03T10:00:00+00:00|Second`,
    );
    expect(repository.git('show', `${second}:src/b.txt`)).toBe('two\n');
  });

  it('starts a branch at a parent, deletes a file, and makes a root of its own', () => {
    const first = repository.commit({ message: 'First', files: { 'a.txt': 'one\n' } });
    repository.commit({ message: 'Second', files: { 'b.txt': 'two\n' } });
    const side = repository.commit({
      message: 'Side',
      files: { 'a.txt': null },
      branch: 'side',
      parents: [first],
    });
    const root = repository.commit({
      message: 'Root',
      branch: 'pages',
      parents: [],
      files: { 'c.txt': 'x' },
    });

    expect(repository.git('ls-tree', '-r', '--name-only', side)).toBe('');
    expect(repository.git('log', '-1', '--format=%P', side).trim()).toBe(first);
    expect(repository.git('log', '-1', '--format=%P', root).trim()).toBe('');
    expect(repository.git('ls-tree', '-r', '--name-only', root)).toBe('c.txt\n');
  });

  it('merges with two parents, and squashes with one', () => {
    const first = repository.commit({ message: 'First', files: { 'a.txt': 'one\n' } });
    const side = repository.commit({
      message: 'Side',
      files: { 'b.txt': 'b\n' },
      branch: 'feature/b',
    });
    const merged = repository.merge({ from: 'feature/b' });
    repository.commit({ message: 'Other', files: { 'c.txt': 'c\n' }, branch: 'feature/c' });
    const squashed = repository.merge({ from: 'feature/c', squash: true, message: 'Other (#2)\n' });

    expect(repository.git('log', '-1', '--format=%P|%s', merged).trim()).toBe(
      `${first} ${side}|Merge branch 'feature/b' into main`,
    );
    expect(repository.git('log', '-1', '--format=%P|%s', squashed).trim()).toBe(
      `${merged}|Other (#2)`,
    );
    expect(repository.git('ls-tree', '--name-only', 'main').split('\n')).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
      '',
    ]);
  });

  it('picks with a trailer, and reverts', () => {
    repository.commit({ message: 'First', files: { 'a.txt': 'one\n' } });
    const fix = repository.commit({
      message: 'PAY-3 Fix\n',
      files: { 'b.txt': 'b\n' },
      branch: 'develop',
    });
    const picked = repository.cherryPick({ commit: fix, trailer: true });
    const reverted = repository.revert({ commit: picked });

    expect(repository.git('log', '-1', '--format=%B', picked).trim()).toBe(
      `PAY-3 Fix\n\n(cherry picked from commit ${fix})`,
    );
    expect(repository.git('log', '-1', '--format=%B', reverted).trim()).toBe(
      `Revert "PAY-3 Fix"\n\nThis reverts commit ${picked}.`,
    );
    expect(repository.git('ls-tree', '--name-only', 'main')).toBe('a.txt\n');
  });

  it('resolves a conflict with the files given', () => {
    repository.commit({ message: 'First', files: { 'a.txt': 'one\n' } });
    repository.commit({ message: 'Side', files: { 'a.txt': 'side\n' }, branch: 'side' });
    repository.commit({ message: 'Main', files: { 'a.txt': 'main\n' } });
    const merged = repository.merge({ from: 'side', files: { 'a.txt': 'both\n' } });

    expect(repository.git('show', `${merged}:a.txt`)).toBe('both\n');
  });

  it('can be cloned from its git folder and from a bundle', () => {
    const first = repository.commit({ message: 'First', files: { 'a.txt': 'one\n' } });
    repository.tag('v1', { message: 'Version 1' });
    repository.tag('light');

    const heads = repository.git('ls-remote', repository.bundle());

    expect(heads).toContain(`${first}\trefs/heads/main`);
    expect(heads).toContain(`${first}\trefs/tags/light`);
    expect(repository.git('ls-remote', repository.gitFolder)).toContain(
      `${first}\trefs/tags/v1^{}`,
    );
  });
});

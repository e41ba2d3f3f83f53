import { createRunGit, runGit } from '../../../dev/git/run-git';
import { createRepository } from '../../support/git-repository';
import type { GitRepository } from '../../support/git-repository';

describe('createRunGit', () => {
  let repository: GitRepository;
  beforeEach(() => {
    repository = createRepository();
  });
  afterEach(() => {
    repository.remove();
  });

  it('answers many questions at once, each its own', async () => {
    const run = createRunGit(repository.gitFolder);
    const shas = Array.from({ length: 20 }, (_, index) =>
      repository.commit({ message: `Commit ${index}` }),
    );

    const titles = await Promise.all(shas.map((sha) => run(['log', '-1', '--format=%s', sha])));

    expect(titles).toEqual(Array.from({ length: 20 }, (_, index) => `Commit ${index}\n`));
  });

  it('goes on after a command that fails, and tells what git said', async () => {
    const run = createRunGit(repository.gitFolder);
    const failures = await Promise.allSettled(
      Array.from({ length: 6 }, () => run(['log', '-1', 'none'])),
    );

    expect(failures.map(({ status }) => status)).toEqual(
      Array.from({ length: 6 }, () => 'rejected'),
    );
    await expect(run(['log', '-1', 'none'])).rejects.toThrow("ambiguous argument 'none'");
    expect(await run(['rev-parse', '--is-bare-repository'])).toBe('false\n');
  });

  it('hands its input to git', async () => {
    expect(await runGit(['hash-object', '--stdin'], 'hello\n')).toBe(
      'ce013625030ba8dba906f756967f9e9ca394464a\n',
    );
  });
});

import { createGitReader } from '../../../dev/git/git-reader';
import { createRepository } from '../../support/git-repository';

describe('what differs between two commits', () => {
  it('gives a diff as git writes it, and nothing for what does not differ', async () => {
    const repository = createRepository();
    const one = repository.commit({ message: 'one', files: { 'ñ a.txt': 'a\n', b: '1' } });
    const two = repository.commit({ message: 'two', files: { 'ñ a.txt': 'c\n', b: '2' } });
    const reader = createGitReader(repository.gitFolder);

    const diff = Buffer.from(await reader.diff(one, two)).toString();

    expect(diff).toBe(repository.git('diff-tree', '-r', '-M', '-p', one, two));
    expect(await reader.diff(one, one)).toHaveLength(0);
    expect(await reader.changedFiles(one, one)).toEqual([]);
  });
});

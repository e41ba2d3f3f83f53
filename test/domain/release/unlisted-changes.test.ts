import { unlistedChanges } from '../../../src/domain/release/unlisted-changes';

const API = { repository: 'github:acme/api', from: 'release/test', to: 'main' } as const;
const SHOP = { repository: 'gitlab:gitlab.com/acme/shop', from: 'test', to: 'main' } as const;
const change = (key: string, sha: string, on: string[], doubtful: string[] = []) => ({
  ...{ key, sha, on, doubtful },
});
const isListed = (key: string): boolean => key === 'PAY-1';

describe('unlistedChanges', () => {
  it.each([
    { when: 'it waits on from', on: ['release/test'], listed: 1 },
    { when: 'it is on to as well', on: ['main', 'release/test'], listed: 0 },
    { when: 'it is not on from yet', on: ['develop'], listed: 0 },
  ])('names $listed of a change of another issue when $when', ({ on, listed }) => {
    const found = unlistedChanges([{ ...API, changes: [change('PAY-2', 'b1', on)] }], isListed);

    expect(found).toHaveLength(listed);
  });

  it('names a change of which nobody knows whether to has it', () => {
    const changes = [change('PAY-2', 'b1', ['release/test'], ['main'])];

    expect(unlistedChanges([{ ...API, changes }], isListed)).toEqual([
      { key: 'PAY-2', repository: API.repository, shas: ['b1'] },
    ]);
  });

  it('leaves out the issues of the bundle', () => {
    const changes = [change('PAY-1', 'a1', ['release/test'])];

    expect(unlistedChanges([{ ...API, changes }], isListed)).toEqual([]);
  });

  it('puts the changes of an issue in a repository together, by key and repository', () => {
    const found = unlistedChanges(
      [
        { ...SHOP, changes: [change('PAY-2', 'c1', ['test'])] },
        {
          ...API,
          changes: [
            change('PAY-10', 'd1', ['release/test']),
            change('PAY-2', 'b1', ['release/test']),
            change('PAY-2', 'b2', ['release/test']),
          ],
        },
      ],
      isListed,
    );

    expect(found).toEqual([
      { key: 'PAY-2', repository: API.repository, shas: ['b1', 'b2'] },
      { key: 'PAY-2', repository: SHOP.repository, shas: ['c1'] },
      { key: 'PAY-10', repository: API.repository, shas: ['d1'] },
    ]);
  });
});

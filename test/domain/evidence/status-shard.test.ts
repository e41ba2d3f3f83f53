import { shardOf, shardsOf } from '../../../src/domain/evidence/status-shard';
import { projectSettings, repositorySettings } from '../../support/settings';

const withRepositories = (count: number) =>
  projectSettings({
    repositories: Array.from({ length: count }, (_, index) =>
      repositorySettings(`github:acme/r${index}`),
    ),
  });

describe('shardsOf', () => {
  it.each([
    { count: 0, shards: [] },
    { count: 1, shards: [0] },
    { count: 40, shards: [0] },
    { count: 41, shards: [0, 1] },
    { count: 900, shards: Array.from({ length: 23 }, (_, shard) => shard) },
  ])('of $count repositories', ({ count, shards }) => {
    expect(shardsOf(withRepositories(count))).toEqual(
      shards.map((shard) => ({ projectKey: 'PAY', shard })),
    );
  });
});

describe('shardOf', () => {
  it.each([
    { id: 'github:acme/r0', shard: 0 },
    { id: 'github:acme/r39', shard: 0 },
    { id: 'github:acme/r40', shard: 1 },
    { id: 'github:acme/r80', shard: 2 },
    { id: 'github:acme/not-listed', shard: 0 },
  ])('$id is in $shard', ({ id, shard }) => {
    expect(shardOf(withRepositories(81), id)).toEqual({ projectKey: 'PAY', shard });
  });
});

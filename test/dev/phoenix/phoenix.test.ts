import { dirname } from 'node:path';

import { REPOSITORIES } from '../../../dev/phoenix/data-files';
import { truthOf } from '../../../dev/phoenix/truth-of';
import type { IssueTruth } from '../../../dev/phoenix/truth-of';
import { describeWithShared } from '../../support/shared-data';
import { readPhoenixSite } from './phoenix-site';
import type { Listed, PhoenixSite } from './phoenix-site';

/** All of them; docs/real-data.md, "Issues: differences from the truth file", has the reason of each. */
const DIFFERENCES = [
  'PHOENIX-7041: phoenix fa9508098548f6e19189b17ca922e959954f4571: the file mentions, we say owns',
];

const KINDS = ['owns', 'reverts', 'mentions'] as const;
const kindIn = (listed: Listed | undefined, commit: string): string =>
  KINDS.find((kind) => listed?.[kind].has(commit)) ?? 'nothing';
const allOf = (listed: Pick<Listed, (typeof KINDS)[number]>): string[] =>
  KINDS.flatMap((kind) => [...listed[kind]]);

/** The keys that the messages on the lines of a repository hold, as plain as can be. */
function namesIn(phoenix: PhoenixSite, repository: string): { key: string; commit: string }[] {
  const heads = repository === 'phoenix' ? ['master', '5.3', '5.2', '5.1'] : ['master'];
  const log = phoenix.git(repository, 'log', '-z', '--format=%H %B', ...heads);
  return log.split('\0').flatMap((entry) => {
    const keys = entry.slice(41).match(/(?<![\p{L}\p{N}])PHOENIX-[1-9]\d*(?![\p{L}\p{N}])/giu);
    const commit = `${repository} ${entry.slice(0, 40)}`;
    return (keys ?? []).map((key) => ({ key: key.toUpperCase(), commit }));
  });
}

describeWithShared('the site of Apache Phoenix', 'phoenix/truth.json', (file) => {
  let phoenix: PhoenixSite;
  let truth: Map<string, IssueTruth>;

  beforeAll(async () => {
    truth = truthOf(file);
    phoenix = await readPhoenixSite(dirname(file));
  }, 900_000);

  const ranges = new Map<string, ReadonlySet<string>>();
  function commitsIn({
    repository,
    head,
    without,
  }: IssueTruth['scanned'][number]): ReadonlySet<string> {
    const name = `${repository} ${head} ${without}`;
    const known = ranges.get(name);
    if (known) return known;
    const listed = phoenix.git(repository, 'rev-list', head, ...(without ? [`^${without}`] : []));
    const found = new Set(
      listed
        .trim()
        .split('\n')
        .map((sha) => `${repository} ${sha}`),
    );
    ranges.set(name, found);
    return found;
  }

  it('answers for every issue, with nothing left unread', () => {
    expect(phoenix.listed.size).toBe(1695);
    expect(phoenix.gaps).toEqual([]);
  });

  it('lists exactly the commits that the truth file lists, as what it lists them', () => {
    const differences = [...truth].flatMap(([key, issue]) => {
      const listed = phoenix.listed.get(key);
      const wanted = allOf(issue);
      const scanned = issue.scanned.map(commitsIn);
      const more = (listed ? allOf(listed) : []).filter(
        (commit) => !wanted.includes(commit) && scanned.some((range) => range.has(commit)),
      );
      return [...wanted, ...more].flatMap((commit) => {
        const [theirs, ours] = [kindIn(issue, commit), kindIn(listed, commit)];
        return theirs === ours ? [] : [`${key}: ${commit}: the file ${theirs}, we say ${ours}`];
      });
    });

    expect(truth.size).toBe(381);
    expect([...truth.values()].reduce((total, issue) => total + allOf(issue).length, 0)).toBe(865);
    expect(differences).toEqual(DIFFERENCES);
  });

  it('lists for each of the 1,695 issues the commits on its lines whose message names it, and no other', () => {
    const naming = REPOSITORIES.flatMap((repository) => namesIn(phoenix, repository));

    const differences = [...phoenix.listed].flatMap(([key, listed]) => {
      const ours = new Set(allOf(listed));
      const named = new Set(naming.flatMap((one) => (one.key === key ? one.commit : [])));
      const all = [...ours, ...named];
      return all
        .filter((commit) => ours.has(commit) !== named.has(commit))
        .map((commit) => `${key} ${commit}`);
    });

    expect(naming.length).toBeGreaterThan(1800);
    expect(differences).toEqual([]);
  });

  it('counts 1,857 changes, 15 reverts and 28 mentions of 1,063 issues', () => {
    const all = [...phoenix.listed.values()];
    const count = (kind: (typeof KINDS)[number]): number =>
      all.reduce((total, listed) => total + listed[kind].size, 0);

    expect(KINDS.map(count)).toEqual([1857, 15, 28]);
    expect(all.filter((listed) => allOf(listed).length > 0)).toHaveLength(1063);
  });
});

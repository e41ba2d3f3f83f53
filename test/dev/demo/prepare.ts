import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { prepareDemo, prepareSite } from '../../../dev/demo/prepare';
import { createHostedFiles } from '../../../dev/github/hosted-files';
import { createHostedFiles as createGitLabFiles } from '../../../dev/gitlab/hosted-files';
import { findMisfits } from '../../../dev/jira/records';
import { readSettingsFile } from '../../../src/api/settings-file/settings-file';
import { createTempFolder } from '../../support/temp-folder';
import { builtDemo, DEMO } from './demo-site';
import type { DemoSite } from './demo-site';

let demo: DemoSite;

beforeAll(async () => {
  demo = await builtDemo();
});

const ON_GITHUB = [
  'payments-api',
  'billing-batch',
  'ledger-schema',
  'portal-ui',
  'backoffice',
  'deploy-config',
];
const ON_GITLAB = ['shop', 'notifications'];
const REPOSITORIES = [...ON_GITHUB, ...ON_GITLAB];
const HEADS = `payments-api develop f5b60bf27a43a184e9d4caaec84299c0763d5b7d
payments-api feature/PAY-115-exemptions 654aa6e9f2f5cf703de5678b14a148e075794ac1
payments-api main 25b5b45c7cffabe828ee140b234dc20c035986cd
payments-api release/test 5df7e3611a27c38a2c256eda33cfec24d39def29
billing-batch develop 89bedba2640b67f871d6ff663052e06589f08a38
billing-batch master 319fab642b6f1a2620acece1ee0c5672b1cbc068
billing-batch release/test 72115204e13194c3fb8dfe9b770b14c9bdb2cf87
ledger-schema develop ef7c0cb72750c80d3a9daba6baa1548a413b032e
ledger-schema feature/LED-13-currencies 8506c23ecf128e05925f6b215dfa9464f017b217
ledger-schema feature/LED-16-archive a84c33f111dfb32b05bc392067b4ff60ef7dd9e0
ledger-schema main 2bfc52e45642c23451562831e9f1aaed604d1133
ledger-schema release/test b03597bc64c1b2cf9c2004dd720a1a6585f61772
portal-ui develop 8d982a62ec62aca7c904711af107ac8d5b01bd66
portal-ui main 6cc4884440b40ef86e7955f481280ce92ff0171c
portal-ui release/test 8118d6e75546c4964e760db8445b6b7dc65fb939
backoffice develop d5b66986c1aef2c77cc54fb878f7bb045ac22520
backoffice feature/PAY-121-onboarding ad83737c81c28a3303a24b88feb56ce6b80a1672
backoffice main 1d3fcfd93c141cd41ba6b1756b401f664a85ad9f
backoffice release/test 9742bb4ede75eb1d999d847391737df41486380c
deploy-config develop e4f12e0a230c200963163bb8778174832e6220ef
deploy-config main ae46b46c1fd7b3d6ff0c32cbc537f1b8b652d1ec
deploy-config release/test 458ab154f4fb35fffb6b934d02c167961f626760
shop develop 5a05c0659a7c0aabfa5428cf4c90ba933c1eeac8
shop feature/PAY-148-delivery-day 1ea98ee70d35cabd9bb0538b12221aca1ad61aea
shop feature/PAY-149-remind-delivery 68be1fc74ef18d8b747f09d0d6f3a80052b572aa
shop main fff00126376076b44cde5260c70527cac3773e27
shop release/test 3f4162a6a97553fcc90fe0086dc28b7c255e50bf
notifications develop 3333b4b1530a98fe65517d8657ace6ef34fe5fc4
notifications production 96646bb939c5ae18ee10a8a1118cac7f56c763d1
notifications release/test be3178c8ab720a8d543c47b13f2c8274136105af`;

describe('prepareDemo', () => {
  it('builds the same commits on every machine', () => {
    const heads = REPOSITORIES.map((repository) =>
      demo.git(
        repository,
        'for-each-ref',
        `--format=${repository} %(refname:short) %(objectname)`,
        'refs/heads',
      ),
    );

    expect(heads.join('\n')).toBe(HEADS);
  });

  it('is done within seconds', () => {
    expect(demo.milliseconds).toBeLessThan(10_000);
  });

  it('does nothing when the demo is there already', async () => {
    const before = statSync(join(demo.built, 'issues.json')).mtimeMs;

    await prepareDemo(demo.built);

    expect(statSync(join(demo.built, 'issues.json')).mtimeMs).toBe(before);
  });

  it('is done when it is asked for twice at once', async () => {
    const folder = join(createTempFolder({}), 'demo');

    await Promise.all([prepareDemo(folder), prepareDemo(folder)]);

    expect(existsSync(join(folder, 'repos/payments-api.git/HEAD'))).toBe(true);
  });

  it('leaves every other site alone', async () => {
    const folder = createTempFolder({ 'site.yaml': 'name: Other\n' });

    await prepareSite(folder);

    expect(existsSync(join(folder, '.local'))).toBe(false);
  });
});

describe('the demo site', () => {
  it('has two projects, 62 issues, six repositories on GitHub and two on GitLab', () => {
    const { jira, hosts } = demo.site;

    expect(jira.projects.map(({ key }) => key)).toEqual(['PAY', 'LED']);
    expect(jira.issues).toHaveLength(62);
    expect(hosts.map(({ provider, repositories }) => [provider, repositories.length])).toEqual([
      ['github', 6],
      ['gitlab', 2],
    ]);
  });

  it('fits together in Jira', () => {
    expect(findMisfits(demo.site.jira)).toEqual([]);
  });

  it('has settings that the importer takes', () => {
    const file = readSettingsFile(demo.site.settings?.text ?? '');

    expect(file).toMatchObject({
      kind: 'convoy',
      projects: [{ projectKey: 'PAY' }, { projectKey: 'LED' }],
    });
  });

  it('describes every issue in its README', () => {
    const described =
      readFileSync(join(DEMO, 'README.md'), 'utf8').match(/^\| (PAY|LED)-\d+/gm) ?? [];

    expect(described.map((row) => row.slice(2))).toEqual(
      demo.site.jira.issues.map(({ key }) => key),
    );
  });

  it('tells of nothing after the moment at which its clock stands', () => {
    const now = Date.parse(demo.site.now ?? '');
    const changes = demo.site.jira.issues.flatMap(({ changelog }) => changelog?.histories ?? []);

    expect(changes.filter(({ created }) => Date.parse(created) > now)).toEqual([]);
  });
});

/** Every commit that the files beside git name. */
async function shasOnGitHub(repository: string): Promise<string[]> {
  const files = createHostedFiles(filesOf(repository));
  const [pulls, deployments, checks] = await Promise.all([
    files.pulls(),
    files.deployments(),
    files.checks(),
  ]);
  return [
    ...pulls.flatMap(({ commits, head, base, merge_commit_sha: merged }) => [
      ...(commits ?? []),
      ...[head?.sha, base?.sha, merged].flatMap((sha) => sha ?? []),
    ]),
    ...deployments.map(({ sha }) => sha),
    ...Object.keys(checks),
  ];
}

async function shasOnGitLab(repository: string): Promise<string[]> {
  const files = createGitLabFiles(filesOf(repository));
  const [requests, deployments, pipelines] = await Promise.all([
    files.mergeRequests(),
    files.deployments(),
    files.pipelines(),
  ]);
  return [
    ...requests.flatMap((one) => [
      ...(one.commits ?? []),
      ...[one.sha, one.merge_commit_sha, one.squash_commit_sha].flatMap((sha) => sha ?? []),
    ]),
    ...deployments.map(({ sha }) => sha),
    ...Object.keys(pipelines),
  ];
}

const filesOf = (repository: string): Record<'pulls' | 'deployments' | 'checks', string> => ({
  pulls: join(demo.built, `${repository}.pulls.json`),
  deployments: join(demo.built, `${repository}.deployments.json`),
  checks: join(demo.built, `${repository}.checks.json`),
});

it.each([
  ...ON_GITHUB.map((repository) => [repository, shasOnGitHub] as const),
  ...ON_GITLAB.map((repository) => [repository, shasOnGitLab] as const),
])('%s has only commits in its files that git has', async (repository, read) => {
  const named = await read(repository);

  const known = new Set(demo.git(repository, 'rev-list', '--all').split('\n'));

  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((sha) => !known.has(sha))).toEqual([]);
});

describe.each(REPOSITORIES)('%s', (repository) => {
  it('has merges as git itself would make them', () => {
    const merges = demo.git(repository, 'log', '--all', '--merges', '--format=%T %P').split('\n');

    const trees = merges.map((line) => {
      const [, ours = '', theirs = ''] = line.split(' ');
      return demo.git(repository, 'merge-tree', '--write-tree', ours, theirs);
    });

    expect(trees).toEqual(merges.map((line) => line.split(' ')[0]));
  });

  it('has 40 to 120 commits, none older than its parents or younger than the site', () => {
    const lines = demo.git(repository, 'log', '--all', '--format=%H %ct %P').split('\n');
    const at = new Map(lines.map((line) => [line.slice(0, 40), Number(line.split(' ')[1])]));

    const isEarly = (line: string): boolean =>
      line
        .split(' ')
        .slice(2)
        .some((parent) => (at.get(parent) ?? 0) > (at.get(line.slice(0, 40)) ?? 0));

    expect(lines.length).toBeGreaterThanOrEqual(40);
    expect(lines.length).toBeLessThanOrEqual(120);
    expect(lines.filter(isEarly)).toEqual([]);
    expect(Math.max(...at.values()) * 1000).toBeLessThan(Date.parse(demo.site.now ?? ''));
  });

  it('is whole for git', () => {
    expect(demo.git(repository, 'fsck', '--strict', '--no-dangling')).toBe('');
  });
});

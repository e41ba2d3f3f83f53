import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { parse } from 'yaml';

const root = (path: string): string => resolve(__dirname, '..', path);
const textOf = (path: string): string => readFileSync(root(path), 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(root(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

/** Whether there is anything to run: a file of types alone needs no test. */
const hasCode = (path: string): boolean =>
  /^export (?:const|function|async function|class)\b/m.test(textOf(path));
const mirrorOf = (path: string): string => path.replace(/^src(.*)\.ts$/, 'test$1.test.ts');

const GATE = 'test/integration/release-gate.test.ts';
const CONTRACT = 'test/adapters/github/github.test.ts';
const GITLAB = 'test/adapters/gitlab/gitlab-contract.test.ts';
const READING = 'test/integration/reading.test.ts';
const AGAIN = 'test/integration/rereading.test.ts';
const SNAPSHOTS = 'test/integration/snapshots.test.ts';
const SNAPSHOT_STORE = 'test/adapters/storage/snapshot-store.test.ts';
const HIDDEN = 'test/integration/release-hidden.test.ts';
const COMPOSED = 'test/usecases/release/read-composed.test.ts';
const STORE = 'test/adapters/storage/evidence-store.test.ts';

/** Files whose behaviour is tested with that of others, and where. */
const TESTED_TOGETHER: Readonly<Record<string, string>> = {
  'src/adapters/github/address.ts': CONTRACT,
  'src/adapters/github/branches.ts': CONTRACT,
  'src/adapters/github/client.ts': CONTRACT,
  'src/adapters/github/octokit.ts': 'test/adapters/github/app.test.ts',
  'src/adapters/github/provider-message.ts': 'test/adapters/github/refusal.test.ts',
  'src/adapters/github/queries.ts': CONTRACT,
  'src/adapters/github/texts.ts': CONTRACT,
  'src/adapters/github/schema.ts': 'test/adapters/github/map.test.ts',
  'src/adapters/gitlab/address.ts': GITLAB,
  'src/adapters/gitlab/branches.ts': GITLAB,
  'src/adapters/gitlab/client.ts': GITLAB,
  'src/adapters/gitlab/commits.ts': GITLAB,
  'src/adapters/gitlab/deployments.ts': GITLAB,
  'src/adapters/gitlab/exchange.ts': 'test/adapters/gitlab/refusal.test.ts',
  'src/adapters/gitlab/merge-requests.ts': GITLAB,
  'src/adapters/gitlab/provider-message.ts': 'test/adapters/gitlab/refusal.test.ts',
  'src/adapters/gitlab/queries.ts': GITLAB,
  'src/adapters/gitlab/rate-limit.ts': 'test/adapters/gitlab/refusal.test.ts',
  'src/adapters/gitlab/texts.ts': GITLAB,
  'src/adapters/gitlab/schema.ts': 'test/adapters/gitlab/map.test.ts',
  'src/adapters/jira/issue-address.ts': 'test/adapters/jira/writes.test.ts',
  'src/adapters/jira/request.ts': 'test/adapters/jira/jira.test.ts',
  'src/adapters/jira/schema.ts': 'test/adapters/jira/map.test.ts',
  'src/adapters/jira/search.ts': 'test/adapters/jira/jira.test.ts',
  'src/adapters/storage/baseline-schema.ts': 'test/adapters/storage/released-record.test.ts',
  'src/adapters/storage/composition-schema.ts': 'test/adapters/storage/composition-store.test.ts',
  'src/adapters/storage/evidence-schema.ts': STORE,
  'src/adapters/storage/outline-schema.ts': STORE,
  'src/adapters/storage/issue-schema.ts': STORE,
  'src/adapters/storage/keys.ts': 'test/adapters/storage/evidence-keys.test.ts',
  'src/adapters/storage/presence-schema.ts': 'test/adapters/storage/presence-records.test.ts',
  'src/adapters/storage/segmented-log.ts': 'test/adapters/storage/evidence-store-commits.test.ts',
  'src/adapters/storage/snapshot-body.ts': SNAPSHOT_STORE,
  'src/adapters/storage/snapshot-names.ts': SNAPSHOT_STORE,
  'src/adapters/storage/snapshot-schema.ts': SNAPSHOT_STORE,
  'src/adapters/storage/storage-call.ts': 'test/adapters/storage/settings-store.test.ts',
  'src/adapters/storage/stored-settings.ts': 'test/adapters/storage/settings-store.test.ts',
  'src/adapters/storage/word-counts.ts': 'test/adapters/storage/tick-store.test.ts',
  'src/api/formats/manifest-sections.ts': 'test/api/formats/manifest-document.test.ts',
  'src/api/issue-handlers.ts': 'test/integration/permissions.test.ts',
  'src/api/settings-file/file-problems.ts': 'test/api/settings-file/convoy-yaml.test.ts',
  'src/adapters/storage/release-schema.ts': 'test/adapters/storage/release-store.test.ts',
  'src/adapters/storage/spread-schema.ts': STORE,
  'src/adapters/storage/tick-schema.ts': 'test/adapters/storage/tick-store.test.ts',
  'src/api/present-manifest.ts': GATE,
  'src/api/release-inputs.ts': GATE,
  'src/usecases/related.ts': 'test/usecases/gather-related.test.ts',
  'src/usecases/release/gather-bundle.ts': GATE,
  'src/usecases/release/judge-release.ts': GATE,
  'src/usecases/release/read-release.ts': GATE,
  'src/usecases/release/ask-gate.ts': GATE,
  'src/usecases/release/gate-key.ts': GATE,
  'src/api/gate-endpoint.ts': GATE,
  'src/api/present-gate.ts': GATE,
  'src/api/snapshot-handlers.ts': SNAPSHOTS,
  'src/usecases/administrator.ts': 'test/api/settings-handlers.test.ts',
  'src/usecases/find-connection.ts': 'test/usecases/test-connection.test.ts',
  'src/usecases/release/release-manager.ts': 'test/usecases/release/give-waiver.test.ts',
  'src/usecases/say-word.ts': 'test/usecases/release/tick-item.test.ts',
  'src/usecases/store-settings.ts': 'test/usecases/save-settings.test.ts',
  'src/usecases/release/compose-release.ts': COMPOSED,
  'src/usecases/release/find-made.ts': COMPOSED,
  'src/usecases/release/judge-chunk.ts': COMPOSED,
  'src/usecases/release/read-unlisted.ts': COMPOSED,
  'src/usecases/release/judge-marked.ts': 'test/usecases/release/mark-issues.test.ts',
  'src/usecases/release/judge-live.ts': COMPOSED,
  'src/usecases/release/judge-these.ts': COMPOSED,
  'src/usecases/release/read-projects.ts': COMPOSED,
  'src/usecases/release/standing-of.ts': COMPOSED,
  'src/usecases/reading/assemble.ts': READING,
  'src/usecases/reading/index-issues.ts': READING,
  'src/usecases/reading/merge-questions.ts': 'test/integration/evil-merge.test.ts',
  'src/usecases/reading/presence-questions.ts': 'test/usecases/reading/read-changes.test.ts',
  'src/usecases/reading/read-checks.ts': AGAIN,
  'src/usecases/reading/read-deployments.ts': AGAIN,
  'src/usecases/reading/read-repository.ts': 'test/integration/slices.test.ts',
  'src/usecases/reading/slice.ts': 'test/integration/slices.test.ts',
  'src/usecases/release/ask-roles.ts': 'test/usecases/release/read-you.test.ts',
  'src/usecases/release/attach-manifest.ts': SNAPSHOTS,
  'src/usecases/release/exported-manifest.ts': SNAPSHOTS,
  'src/usecases/release/find-snapshot.ts': SNAPSHOTS,
  'src/usecases/release/manifest-of.ts': SNAPSHOTS,
  'src/usecases/release/mask-for-viewer.ts': SNAPSHOTS,
  'src/usecases/release/take-snapshot.ts': SNAPSHOTS,
  'src/api/release-handlers.ts': HIDDEN,
  'src/usecases/release/open-release.ts': HIDDEN,
  'src/usecases/release/see-release.ts': HIDDEN,
};

type Manifest = { modules: { function: { key: string; handler: string }[] } };
const { modules } = parse(textOf('manifest.yml')) as Manifest;

describe('the manifest', () => {
  it.each(modules.function)('finds the handler $handler of $key', ({ handler }) => {
    const [file = '', name = ''] = handler.split('.');

    expect(textOf(`src/${file}.ts`)).toMatch(
      new RegExp(`^export (?:const|async function|function) ${name}\\b`, 'm'),
    );
  });
});

describe('every file has its test', () => {
  it('in the mirrored place, in the domain but for the parts of one decision', () => {
    const untested = filesIn('src/domain').filter(
      (file) => hasCode(file) && !existsSync(root(mirrorOf(file))),
    );

    // The proofs are parts of one decision, which presence.test.ts and git itself judge as a whole.
    const proofs = untested.filter((file) => file.startsWith('src/domain/presence/'));
    expect(existsSync(root('test/domain/presence/presence.test.ts'))).toBe(true);
    expect(untested).toEqual(proofs);
  });

  it('in the mirrored place, or with others as listed', () => {
    const untested = ['src/usecases', 'src/api', 'src/adapters']
      .flatMap(filesIn)
      .filter((file) => hasCode(file) && !existsSync(root(mirrorOf(file))));

    expect(untested.toSorted()).toEqual(Object.keys(TESTED_TOGETHER).sort());
  });

  it.each([...new Set(Object.values(TESTED_TOGETHER))])('%s is there', (test) => {
    expect(existsSync(root(test))).toBe(true);
  });
});

import { evidenceKeys } from '../../../src/adapters/storage/evidence-keys';
import * as otherKeys from '../../../src/adapters/storage/keys';

const ID = 'gitlab:git.acme.com/web/shop_1';
const ALL = [
  evidenceKeys.projectKeys(),
  evidenceKeys.header(ID),
  evidenceKeys.commits(ID, 0),
  evidenceKeys.commits(ID, 1),
  evidenceKeys.diffs(ID, 0),
  evidenceKeys.presence(ID),
  evidenceKeys.pullRequests(ID, 0),
  evidenceKeys.deployments(ID),
  evidenceKeys.checks(ID),
  evidenceKeys.index(ID),
  evidenceKeys.associations(ID),
  evidenceKeys.status('PAY', 0),
  evidenceKeys.status('PAY', 1),
  otherKeys.settingsKey('PAY'),
  otherKeys.SETTINGS_INDEX_KEY,
  otherKeys.CONNECTIONS_KEY,
  otherKeys.connectionSecretKey('c1'),
];

describe('evidenceKeys', () => {
  it('are keys that Forge takes, and all different', () => {
    expect(ALL.filter((key) => !/^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/.test(key))).toEqual([]);
    expect(new Set(ALL).size).toBe(ALL.length);
  });

  it.each([
    { one: 'gitlab:git.acme.com/a/b', other: 'gitlab:git.acme.com/a-b/c' },
    { one: 'github:acme/a_b', other: 'github:acme/a.b' },
    { one: 'github:acme/api', other: 'github:acme.com/acme/api' },
  ])('tell $one from $other', ({ one, other }) => {
    expect(evidenceKeys.header(one)).not.toBe(evidenceKeys.header(other));
  });
});

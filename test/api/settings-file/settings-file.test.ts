import { readSettingsFile } from '../../../src/api/settings-file/settings-file';
import { withLines } from '../../support/convoy-file';

describe('readSettingsFile', () => {
  it('reads a convoy.yaml and knows where its projects stand', () => {
    const file = readSettingsFile(`# ours\n${withLines()}`);

    expect(file).toMatchObject({ kind: 'convoy', projects: [{ projectKey: 'PAY' }] });
    expect(file.kind === 'convoy' && file.lineOf('PAY')).toBe(4);
  });

  it('reads a gig.yaml', () => {
    const file = readSettingsFile('environments: [{ name: prod, branch: main }]');

    expect(file).toMatchObject({ kind: 'gig', gig: { repositories: [] } });
  });

  it.each([
    ['text that is no YAML', 'a: [', 'is not YAML'],
    ['a convoy.yaml with errors', 'version: 3', 'must be 1'],
    ['a gig.yaml with errors', 'environments: []', 'must not be empty'],
    ['any other text', 'hello', 'must be a group of fields, not text'],
  ])('says what is wrong with %s', (_, text, message) => {
    const file = readSettingsFile(text);

    expect(file.kind).toBe('wrong');
    expect(JSON.stringify(file)).toContain(message);
  });
});

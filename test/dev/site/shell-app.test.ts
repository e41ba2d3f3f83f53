import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { readShellApp } from '../../../dev/site/shell-app';

describe('readShellApp', () => {
  it('finds the screens of the app and where they are built', () => {
    const app = readShellApp(resolve('manifest.yml'));

    expect(app.issuePanels).toMatchObject([{ type: 'jira:issuePanel', resource: 'issue-panel' }]);
    expect(app.adminPages).toMatchObject([{ type: 'jira:adminPage', resource: 'settings' }]);
    expect(app.resources.get('issue-panel')).toBe(resolve('static/issue-panel/build'));
  });

  it('names the file and the field that is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'convoy-manifest-'));
    const path = join(folder, 'manifest.yml');
    writeFileSync(path, 'app: {}\nmodules: {}\n');

    expect(() => readShellApp(path)).toThrow(`${path}: ✖ Invalid input: expected string`);
    rmSync(folder, { recursive: true });
  });
});

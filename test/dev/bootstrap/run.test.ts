import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const TSX = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;

/** Takes the place of npm: writes down how it was called and puts programs of one line in place. */
const NPM = `#!/usr/bin/env node
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
fs.rmSync('node_modules', { recursive: true, force: true });
const put = (file, text) => {
  fs.mkdirSync('node_modules/' + file.replace(/[^/]*$/, ''), { recursive: true });
  fs.writeFileSync('node_modules/' + file, text);
};
put('tsx/dist/loader.mjs', 'import "${TSX}"');
put('jest/bin/jest.js', 'console.log(process.argv.slice(2).join(" "))');
put('vite/bin/vite.js', \`
  const fs = require('node:fs');
  const config = process.argv[process.argv.indexOf('--config') + 1];
  fs.appendFileSync('vite-calls', 'build ');
  const build = config.replace('vite.config.mts', 'build');
  fs.mkdirSync(build, { recursive: true });
  fs.writeFileSync(build + '/index.html', '');
\`);
console.log('added 3 packages');
if (process.env.NPM_FAILS) process.exit(1);
`;

/** The command says what it got; \`wait\` waits for a signal. */
const CLI = `
const [command, ...rest] = process.argv.slice(2);
if (command === 'wait') {
  process.on('SIGTERM', () => process.exit(7));
  setInterval(() => {}, 1000);
}
console.log(JSON.stringify([command, ...rest]));
if (command === 'fail') process.exit(3);
`;

type Ended = { code: number | null; stdout: string; stderr: string };

describe('dev/run.cjs', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'convoy-run-'));
    cpSync(resolve('dev/run.cjs'), join(root, 'dev/run.cjs'));
    cpSync(resolve('dev/bootstrap'), join(root, 'dev/bootstrap'), { recursive: true });
    put('bin/npm', NPM);
    chmodSync(join(root, 'bin/npm'), 0o755);
    put('dev/cli.ts', CLI);
    put('package-lock.json', '{}');
    put('src/api/contract.ts', '');
    put('static/panel/vite.config.mts', '');
    put('static/panel/src/main.tsx', 'first');
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function put(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  const lines = (file: string): string[] =>
    existsSync(join(root, file))
      ? readFileSync(join(root, file), 'utf8').trim().split(/\s*\n/)
      : [];

  function start(args: string[], env: NodeJS.ProcessEnv = {}): ReturnType<typeof spawn> {
    return spawn(process.execPath, [join(root, 'dev/run.cjs'), ...args], {
      cwd: root,
      env: {
        ...process.env,
        ...env,
        PATH: join(root, 'bin') + delimiter + (process.env.PATH ?? ''),
      },
    });
  }

  function end(child: ReturnType<typeof spawn>): Promise<Ended> {
    const ended = { stdout: '', stderr: '' };
    child.stdout?.on('data', (text: Buffer) => (ended.stdout += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (ended.stderr += text.toString()));
    return new Promise((settle) => {
      child.on('close', (code) => {
        settle({ code, ...ended });
      });
    });
  }

  const run = (args: string[], env?: NodeJS.ProcessEnv): Promise<Ended> => end(start(args, env));

  it('installs what is missing and leaves stdout to the command', async () => {
    const { code, stdout, stderr } = await run(['invoke', '--payload', '{"a b":1}']);

    expect(stdout).toBe('["invoke","--payload","{\\"a b\\":1}"]\n');
    expect(stderr).toContain('added 3 packages');
    expect(code).toBe(0);
    expect(lines('npm-calls')).toEqual(['ci --no-audit --no-fund']);
  });

  it('installs again only when package-lock.json says something else', async () => {
    await run(['invoke']);
    await run(['invoke']);
    expect(lines('npm-calls')).toHaveLength(1);

    put('package-lock.json', '{"changed":true}');
    await run(['invoke']);

    expect(lines('npm-calls')).toHaveLength(2);
  });

  it('installs once when several commands start at once', async () => {
    const ended = await Promise.all([run(['invoke']), run(['invoke']), run(['bench'])]);

    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(lines('npm-calls')).toHaveLength(1);
  });

  it('takes over the lock of a process that is gone', async () => {
    put('.local/install.lock/pid', '999999999');

    const { code } = await run(['invoke']);

    expect(code).toBe(0);
    expect(lines('npm-calls')).toHaveLength(1);
  });

  it('says that the installation failed, and tries again the next time', async () => {
    const { code, stdout, stderr } = await run(['invoke'], { NPM_FAILS: '1' });

    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('npm ci --no-audit --no-fund failed: exit code 1');
    expect((await run(['invoke'])).code).toBe(0);
  });

  it('builds the screens before it serves, and again when a source has changed', async () => {
    await run(['invoke']);
    expect(lines('vite-calls')).toEqual([]);

    await run(['serve']);
    await run(['serve']);
    expect(lines('vite-calls')).toEqual(['build']);

    put('static/panel/src/main.tsx', 'second');
    await run(['serve']);
    expect(lines('vite-calls')).toEqual(['build build']);
  });

  it('builds again when a build is gone', async () => {
    await run(['serve']);
    rmSync(join(root, 'static/panel/build'), { recursive: true });

    await run(['serve']);

    expect(existsSync(join(root, 'static/panel/build/index.html'))).toBe(true);
  });

  it.each([
    { args: ['--test', 'domain', '-t', 'x'], ends: 'domain -t x --selectProjects node ui\n' },
    { args: ['--browser'], ends: '--selectProjects browser\n' },
  ])('runs jest for $args', async ({ args, ends }) => {
    const { stdout } = await run(args);

    expect(stdout.endsWith(ends)).toBe(true);
  });

  it.each([
    { args: ['fail'], code: 3 },
    { args: [], code: 2 },
  ])('ends with $code after $args', async ({ args, code }) => {
    expect((await run(args)).code).toBe(code);
  });

  it('passes a signal on and ends as the command does', async () => {
    const child = start(['wait']);
    const ended = end(child);
    await new Promise((settle) => child.stdout?.once('data', settle));

    child.kill('SIGTERM');

    expect((await ended).code).toBe(7);
  });
});

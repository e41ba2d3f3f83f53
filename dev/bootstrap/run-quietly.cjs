const { spawnSync } = require('node:child_process');

/** Runs a program whose output goes to stderr: stdout belongs to the command that was asked for. */
function runQuietly(program, args, root) {
  const { status, signal, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status === 0) return;
  const why = error?.message ?? signal ?? `exit code ${status}`;
  throw new Error(`${program} ${args.join(' ')} failed: ${why}`);
}

const say = (line) => process.stderr.write(`${line}\n`);

module.exports = { runQuietly, say };

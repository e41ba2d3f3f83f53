const { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const WAIT_MS = 200;
/** A lock without the id of its owner is one that was taken this moment, or whose owner was killed then. */
const UNSIGNED_MS = 5_000;

/** Runs `work` while no other process of this project holds `folder`; waits for its turn. */
function withLock(folder, work) {
  take(folder);
  try {
    return work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  while (!tryTake(folder)) {
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
}

function tryTake(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(folder) {
  const pid = Number(readOr(join(folder, 'pid'), ''));
  if (pid > 0) return !isAlive(pid);
  const taken = statSync(folder, { throwIfNoEntry: false });
  return taken !== undefined && Date.now() - taken.mtimeMs > UNSIGNED_MS;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}

module.exports = { readOr, withLock };

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Where a file of the shared data lies, if this checkout has it beside it. */
export function findShared(file: string): string | undefined {
  const path = resolve(ROOT, '../shared/data', file);
  return existsSync(path) ? path : undefined;
}

/** Tests that need a file which is too big for the repository; without it they are skipped, and say so. */
export function describeWithShared(name: string, file: string, fn: (path: string) => void): void {
  const path = findShared(file);
  if (path !== undefined) {
    describe(name, () => {
      fn(path);
    });
    return;
  }
  process.stderr.write(`skipped: ${name} (needs ../shared/data/${file})\n`);
  describe.skip(name, () => {
    it.todo(`needs ../shared/data/${file}`);
  });
}

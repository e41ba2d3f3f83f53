import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { transform } from '@swc/core';
import type { Context } from 'hono';

const NAME = /^[a-z-]+$/;
const FOLDER = join(__dirname, 'browser');

/** Answers `/-/js/<name>` with the browser module `browser/<name>.ts`, its types taken away. */
export async function serveBrowserScript(context: Context): Promise<Response> {
  const name = context.req.param('name') ?? '';
  if (!NAME.test(name)) return context.notFound();
  const source = await readFile(join(FOLDER, `${name}.ts`), 'utf8').catch(() => undefined);
  if (source === undefined) return context.notFound();
  const { code } = await transform(source, {
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  });
  return context.body(code, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
  });
}

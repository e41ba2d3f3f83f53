import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSite } from '../../../dev/local-site/open-site';
import { readMoments } from '../../../dev/phoenix/moment';
import { writePhoenixSite } from '../../../dev/phoenix/write-site';
import { readSite } from '../../../dev/site-file/read-site';
import type { Reply } from '../../../src/api/contract';
import type { Manifest } from '../../../src/domain/manifest/manifest';

/** The audit of a version at a moment of the truth file, asked for as the release page does. */
export async function auditMoment(
  name: string,
  version: string,
  data: string,
): Promise<{ manifest: Manifest; seconds: number }> {
  const moment = readMoments(data).get(name);
  if (!moment) throw new Error(`There is no moment ${name}.`);
  const [from, to] = [moment.from.line, moment.to.line];
  const folder = mkdtempSync(join(tmpdir(), 'convoy-audit-'));
  writePhoenixSite({ data, out: folder, release: name });
  const { platform, close } = await openSite(readSite(folder), { store: null });
  await platform.drain();
  const started = performance.now();
  const reply = (await platform.invokeResolver({
    ...{ moduleKey: 'release-page', functionKey: 'getRelease', accountId: 'ana' },
    payload: { projectKey: 'PHOENIX', version, from, to, mode: 'audit' },
  })) as Reply<Manifest>;
  const seconds = (performance.now() - started) / 1000;
  await close();
  rmSync(folder, { recursive: true });
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return { manifest: reply.value, seconds };
}

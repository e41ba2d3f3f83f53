import type { Reply } from '../../src/api/contract';
import type { Manifest, ManifestCheckItem } from '../../src/domain/manifest/manifest';
import type { SiteAct } from '../site-file/schema';
import type { LocalSite } from './open-site';

/** Remembers, beside the app's own records, that people did what the site tells. */
const MARK = 'local-site:acts';

/**
 * Does once what people did on the release page by the time the site is opened, through the same functions
 * and as these people. Everything must have been read: people sign what they see.
 */
export async function performActs({
  site,
  platform,
  store,
}: Pick<LocalSite, 'site' | 'platform' | 'store'>): Promise<void> {
  if (site.acts.length === 0 || store.secrets.has(MARK)) return;
  for (const act of site.acts) await perform(platform, act);
  const at = platform.now();
  store.secrets.set(MARK, { key: MARK, value: 'done', createdAt: at, updatedAt: at });
  store.touch('secrets');
}

async function perform(platform: LocalSite['platform'], act: SiteAct): Promise<void> {
  const call = <Value>(functionKey: string, payload: unknown): Promise<Value> =>
    callRelease(platform, { accountId: act.by, functionKey, payload });
  const { release } = act;
  const seen = await call<Manifest>('getRelease', release);
  if (act.kind === 'sign-off') {
    const { role, note } = act;
    const said = { role, decision: 'approved', ...(note !== undefined && { note }) };
    await call('signOff', { release, ...said, evidenceHash: seen.evidence.hash });
  } else if (act.kind === 'waiver') {
    const { gate, reason, expiresAt } = act;
    await call('giveWaiver', { release, gate, reason, expiresAt });
  } else {
    const { id: itemId } = getItem(seen, act);
    await call('tickItem', { release, itemId, outcome: 'done' });
  }
}

function getItem(
  { checklists }: Manifest,
  { item, issueKey }: { item: string; issueKey: string },
): ManifestCheckItem {
  const found = Object.values(checklists)
    .flat()
    .find((one) => one.kind === item && one.issueKey === issueKey);
  if (!found) {
    throw new Error(`The site's acts tick an item that is not there: ${item} ${issueKey}`);
  }
  return found;
}

async function callRelease<Value>(
  platform: LocalSite['platform'],
  call: { accountId: string; functionKey: string; payload: unknown },
): Promise<Value> {
  const reply = (await platform.invokeResolver({
    moduleKey: 'release-page',
    ...call,
  })) as Reply<Value>;
  if (reply.ok) return reply.value;
  throw new Error(`The site's acts were refused: ${call.accountId}: ${reply.error.message}`);
}

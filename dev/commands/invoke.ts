import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { prepareSite } from '../demo/prepare';
import { performActs } from '../local-site/perform-acts';
import { openSite, type LocalSite } from '../local-site/open-site';
import { readSite } from '../site-file/read-site';
import { UsageError } from './usage-error';

export type InvokeArguments = {
  site: string;
  functionKey: string;
  payload: unknown;
  /** Account that asks; the site's first user when absent. */
  user: string | undefined;
  /** Folder that keeps the app's records; in memory only when absent. */
  store: string | undefined;
  /** File for the figures. */
  stats: string | undefined;
  repeat: number;
  drain: boolean;
};

type Figures = {
  hostCalls: { github: number; gitlab: number };
  jiraCalls: number;
  storage: { reads: number; writes: number; readUnits: number; writeUnits: number };
  invocations: number;
  wallMs: number;
  replyBytes: number;
};

/** Calls one resolver function as a screen would; prints the last reply. 0 when it is ok, else 1. */
export async function invoke(args: InvokeArguments): Promise<number> {
  const folder = resolve(args.site);
  await prepareSite(folder);
  const started = performance.now();
  const local = await openSite(readSite(folder), {
    store: args.store ? resolve(args.store) : null,
  });
  const { reply, figures } = await callRepeatedly(local, args, started);
  await local.close();
  if (args.stats !== undefined) {
    writeFileSync(args.stats, `${JSON.stringify(figures, null, 2)}\n`);
  }
  process.stdout.write(`${JSON.stringify(reply, null, 2)}\n`);
  return isOk(reply) ? 0 : 1;
}

/** The first figures hold everything from the start of the site; the later ones are warm. */
async function callRepeatedly(
  local: LocalSite,
  { functionKey, payload, user, repeat, drain }: InvokeArguments,
  firstStart: number,
): Promise<{ reply: unknown; figures: Figures[] }> {
  const { platform, site } = local;
  const accountId = user ?? site.jira.users[0]?.accountId;
  if (accountId === undefined) throw new UsageError('The site has no user to ask as.');
  let reply: unknown;
  const figures: Figures[] = [];
  for (let round = 0; round < repeat; round += 1) {
    const started = round === 0 ? firstStart : performance.now();
    if (drain) await platform.drain();
    if (drain) await performActs(local);
    reply = await callFunction(local, { functionKey, payload, accountId });
    figures.push(toFigures(platform.stats(), performance.now() - started, reply));
    platform.resetStats();
  }
  return { reply, figures };
}

/** Asks the module whose resolver has the function: a function key is unique in the app. */
async function callFunction(
  { platform }: Pick<LocalSite, 'platform'>,
  call: { functionKey: string; payload: unknown; accountId: string },
): Promise<unknown> {
  for (const { key: moduleKey } of platform.manifest.screens) {
    const answer = await platform.invokeResolver({ moduleKey, ...call }).catch(unlessDefined);
    if (answer !== NOT_DEFINED) return answer;
  }
  throw new UsageError(`No resolver of the app has a function "${call.functionKey}".`);
}

const NOT_DEFINED = Symbol('not defined');

function unlessDefined(error: unknown): typeof NOT_DEFINED {
  if (error instanceof Error && error.message.startsWith(NO_DEFINITION)) return NOT_DEFINED;
  throw error;
}

/** What @forge/resolver says of a function that it does not know. */
const NO_DEFINITION = 'Resolver has no definition for';

function toFigures(
  stats: ReturnType<LocalSite['platform']['stats']>,
  wallMs: number,
  reply: unknown,
): Figures {
  const { hostCalls, jiraCalls, storage, invocations } = stats;
  return {
    hostCalls: { github: hostCalls.github ?? 0, gitlab: hostCalls.gitlab ?? 0 },
    jiraCalls,
    storage,
    invocations,
    wallMs: Math.round(wallMs * 10) / 10,
    replyBytes: Buffer.byteLength(JSON.stringify(reply)),
  };
}

const isOk = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;

import type { Frame } from './frame';
import { toHref } from './frame-history';
import type { Action, Location } from './frame-history';

/** What `router.navigate` and `router.open` send. */
type Destination = {
  url?: string;
  type?: 'same-tab' | 'new-tab';
  target?: string;
  issueKey?: string;
  moduleKey?: string;
};

export function navigate({ type, ...destination }: Destination, { screen }: Frame): void {
  const url = new URL(destination.url ?? getUrl(destination, screen), location.origin);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`The site does not open ${url.protocol}`);
  if (type === 'new-tab') window.open(url, '_blank', 'noopener');
  else location.assign(url);
}

type Place = Frame['screen'];

/** Only places that this site has; others are refused by name. */
export function getUrl({ target, issueKey, moduleKey }: Destination, { context }: Place): string {
  if (target === 'issue' && issueKey) {
    return new URL(`/browse/${encodeURIComponent(issueKey)}`, location.origin).href;
  }
  if (target === 'module' && moduleKey === context.moduleKey) return location.href;
  if (target === 'module') return new URL('/settings', location.origin).href;
  throw new Error(`The local site has no place for the target "${String(target)}".`);
}

/** The part of the address below the screen's own, which is where the app keeps its location. */
export function createHistory({ screen }: Frame): { location: Location; length: number } {
  return { location: readLocation(baseOf(screen)), length: history.length };
}

export function travel({ screen }: Frame, step: { action: Action; location: Location }): void {
  const address = baseOf(screen) + toHref(step.location);
  if (step.action === 'PUSH') history.pushState(step.location.state, '', address);
  else history.replaceState(step.location.state, '', address);
}

/** Tells a screen when the browser's own back and forward move it. */
export function watchHistory({ screen, channel }: Frame): void {
  const { historyBase } = screen;
  if (historyBase === null) return;
  window.addEventListener('popstate', () => void channel.call('@pop', readLocation(historyBase)));
}

function baseOf({ historyBase, context }: Place): string {
  if (historyBase !== null) return historyBase;
  throw new Error(`createHistory is for whole pages only, not for ${context.moduleKey}.`);
}

function readLocation(base: string): Location {
  const { pathname, search, hash } = window.location;
  const state: unknown = history.state;
  return { pathname: pathname.slice(base.length) || '/', search, hash, state, key: 'default' };
}

/** Fetches the page again and replaces what Jira itself shows, around the app's frames. */
export async function refresh({ screen }: Frame): Promise<boolean> {
  if (screen.historyBase !== null) return false;
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.querySelectorAll('[data-live]').forEach((part) => {
    const next = fresh.getElementById(part.id);
    if (next) part.replaceWith(next);
  });
  return true;
}

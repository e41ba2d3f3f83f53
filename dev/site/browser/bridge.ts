/**
 * Runs inside the app's iframe, before every script of the app: the local stand-in for Forge's
 * global bridge. `@forge/bridge` reads `globalThis.__bridge` when it is loaded.
 */
import { openChannel } from './channel';
import { createFrameHistory } from './frame-history';
import type { Location } from './frame-history';

type ColorMode = { colorMode: string };

const shellOrigin = new URL(import.meta.url).searchParams.get('shell') ?? '';
const popListeners = new Set<(location: Location) => void>();
let isThemed = false;

const channel = openChannel((message) => {
  window.parent.postMessage(message, shellOrigin);
}, handle);

window.addEventListener('message', ({ source, origin, data }) => {
  if (source === window.parent && origin === shellOrigin) channel.receive(data);
});

/** What the shell says on its own. */
function handle(command: string, payload: unknown): void {
  if (command === '@pop') {
    popListeners.forEach((listener) => {
      listener(payload as Location);
    });
  }
  if (command === '@theme' && isThemed) applyTheme(payload as ColorMode);
}

function applyTheme({ colorMode }: ColorMode): void {
  document.documentElement.dataset.colorMode = colorMode;
  document.documentElement.dataset.theme =
    'light:light dark:dark spacing:spacing typography:typography shape:shape motion:motion';
}

/** Resolves when the tokens are there, so that the app never shows without them. */
async function enableTheming(): Promise<void> {
  const theme = (await channel.call('enableTheming')) as ColorMode;
  applyTheme(theme);
  if (isThemed) return;
  isThemed = true;
  await new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href: '/-/tokens.css' });
    link.onload = () => {
      resolve();
    };
    link.onerror = () => {
      reject(new Error('the stylesheet of the design tokens did not load'));
    };
    document.head.prepend(link);
  });
}

const createHistory = (): Promise<unknown> =>
  createFrameHistory(channel.call, (listener) => popListeners.add(listener));

Object.assign(globalThis, {
  __bridge: {
    callBridge: (command: string, payload?: unknown): Promise<unknown> => {
      if (command === 'createHistory') return createHistory();
      if (command === 'enableTheming') return enableTheming();
      return channel.call(command, payload);
    },
  },
});

/** The frame is as high as what it shows, as Jira makes it. */
function reportHeight(): void {
  const bottoms = [...document.body.children].map(
    (child) => child.getBoundingClientRect().bottom + window.scrollY,
  );
  const padding = parseFloat(getComputedStyle(document.body).paddingBottom);
  void channel.call('@resize', { height: Math.ceil(Math.max(0, ...bottoms) + padding) });
}

const sizes = new ResizeObserver(reportHeight);
const watchChildren = (): void => {
  [...document.body.children].forEach((child) => {
    sizes.observe(child);
  });
  reportHeight();
};
document.addEventListener('DOMContentLoaded', () => {
  new MutationObserver(watchChildren).observe(document.body, { childList: true });
  watchChildren();
});

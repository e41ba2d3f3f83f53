import { setEgress } from './egress';
import { createEvents } from './events';
import { closeFlag, showFlag } from './flags';
import type { Frame } from './frame';
import { openModal } from './modal';
import { ask } from './server';
import { createHistory, getUrl, navigate, refresh, travel } from './travel';

type InvokeCall = { functionKey: string; payload?: unknown; metadata?: unknown };
type ProductCall = {
  product: string;
  restPath: string;
  fetchRequestInit: { method?: string; headers: [string, string][]; body?: string };
};

const appEvents = createEvents();
const publicEvents = createEvents();

async function invoke({ screen }: Frame, call: InvokeCall): Promise<unknown> {
  const { functionKey, payload, metadata } = call;
  const { moduleKey, extension, siteUrl, locale, timezone } = screen.context;
  const context = { extension, siteUrl, locale, timezone };
  const body = await ask('invoke', { moduleKey, functionKey, payload, context });
  return metadata ? { body, metadata: {} } : body;
}

function fetchProduct(_: Frame, { product, restPath, fetchRequestInit }: ProductCall): unknown {
  if (product !== 'jira') throw new Error(`The local site has no product "${product}".`);
  const { method, headers, body } = fetchRequestInit;
  return ask('product', { restPath, method, headers, body });
}

function getContext({ screen }: Frame): unknown {
  return { ...screen.context, theme: { colorMode: document.documentElement.dataset.theme } };
}

function close({ modal }: Frame, payload: unknown): boolean {
  modal?.close(payload);
  return modal !== null;
}

function onClose({ modal }: Frame, listener: () => unknown): boolean {
  if (modal) modal.onClose = listener;
  return modal !== null;
}

function resize({ iframe, modal }: Frame, { height }: { height: number }): void {
  if (!modal) iframe.style.height = `${String(Math.max(40, height) + 2)}px`;
}

/** The bridge commands of @forge/bridge 7.2 that this site answers, under the names that it sends. */
const COMMANDS = {
  getContext,
  invoke,
  fetchProduct,
  enableTheming: () => ({ colorMode: document.documentElement.dataset.theme }),
  showFlag: (_: Frame, flag: Parameters<typeof showFlag>[0]) => showFlag(flag),
  closeFlag: (_: Frame, flag: Parameters<typeof closeFlag>[0]) => closeFlag(flag),
  openModal: (frame: Frame, options: Parameters<typeof openModal>[1]) =>
    openModal(frame, options, runCommand),
  close,
  onClose,
  open: () => false,
  navigate: (frame: Frame, to: Parameters<typeof navigate>[0]) => {
    navigate(to, frame);
  },
  getUrl: ({ screen }: Frame, to: Parameters<typeof getUrl>[0]) => getUrl(to, screen),
  createHistory,
  reload: () => {
    location.reload();
  },
  refresh,
  on: (_: Frame, subscription: Parameters<typeof appEvents.on>[0]) => appEvents.on(subscription),
  emit: (_: Frame, message: Parameters<typeof appEvents.emit>[0]) => {
    appEvents.emit(message);
  },
  onPublic: (_: Frame, subscription: Parameters<typeof appEvents.on>[0]) =>
    publicEvents.on(subscription),
  emitPublic: (_: Frame, message: Parameters<typeof appEvents.emit>[0]) => {
    publicEvents.emit(message);
  },
  emitReadyEvent: () => undefined,
  changeWindowTitle: (_: Frame, title: string) => {
    document.title = title;
  },
  __permission__egressGet: (_: Frame, query: object) => ask('egress/get', query),
  __permission__egressSet: (_: Frame, asked: Parameters<typeof setEgress>[0]) => setEgress(asked),
  __permission__egressDeleteDomain: (_: Frame, gone: object) => ask('egress/delete-domain', gone),
  __permission__egressDeleteGroup: (_: Frame, gone: object) => ask('egress/delete-group', gone),
  '@resize': resize,
  '@travel': travel,
  '@go': (_: Frame, { steps }: { steps: number }) => {
    history.go(steps);
  },
};

/** Runs one command; @forge/bridge has checked its payload, and a command that is not listed is refused. */
export function runCommand(frame: Frame, command: string, payload: unknown): unknown {
  if (!Object.hasOwn(COMMANDS, command)) {
    throw new Error(`The local site does not answer the bridge command "${command}".`);
  }
  const run = COMMANDS[command as keyof typeof COMMANDS] as (f: Frame, p: unknown) => unknown;
  return run(frame, payload);
}

import { openChannel } from './channel';
import type { Channel } from './channel';

export type Screen = {
  resource: string;
  title: string;
  frameOrigin: string;
  historyBase: string | null;
  context: { moduleKey: string; extension: Record<string, unknown> } & Record<string, unknown>;
};

/** A screen of the app in its iframe; `modal` when it stands in one. */
export type Frame = {
  screen: Screen;
  iframe: HTMLIFrameElement;
  channel: Channel;
  modal: Modal | null;
};
/** `close` ends the modal; `onClose` is what the screen inside asked to be told. */
export type Modal = { close: (payload?: unknown) => void; onClose: (() => unknown) | null };

/** The sandbox that Jira puts around an app's iframe. */
const SANDBOX =
  'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

const frames = new Set<Frame>();

window.addEventListener('message', ({ source, origin, data }) => {
  for (const { iframe, channel, screen } of frames) {
    if (iframe.contentWindow === source && origin === screen.frameOrigin) channel.receive(data);
  }
});

/** Frames one screen of the app in `place`; `runCommand` answers what it asks. */
export function mountFrame(
  place: Element,
  screen: Screen,
  { runCommand, modal }: { runCommand: RunCommand; modal: Modal | null },
): Frame {
  const iframe = document.createElement('iframe');
  iframe.title = screen.title;
  iframe.setAttribute('sandbox', SANDBOX);
  iframe.src = `${screen.frameOrigin}/${screen.resource}/index.html`;
  const channel = openChannel(
    (message) => iframe.contentWindow?.postMessage(message, screen.frameOrigin),
    (command, payload) => runCommand(frame, command, payload),
  );
  const frame: Frame = { screen, iframe, channel, modal };
  frames.add(frame);
  place.replaceChildren(iframe);
  return frame;
}

export type RunCommand = (frame: Frame, command: string, payload: unknown) => unknown;

export function unmountFrame(frame: Frame): void {
  frames.delete(frame);
  frame.iframe.remove();
}

/** Says something to every screen of the app on this page. */
export function tellFrames(command: string, payload: unknown): void {
  frames.forEach(({ channel }) => void channel.call(command, payload));
}

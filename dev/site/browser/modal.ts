import { button, textElement } from './flags';
import { mountFrame, unmountFrame } from './frame';
import type { Frame, Modal, RunCommand, Screen } from './frame';

type ModalOptions = {
  resource: string | null;
  onClose: (payload?: unknown) => unknown;
  size: string | { width: string; height?: string };
  context: unknown;
  closeOnEscape: boolean;
  closeOnOverlayClick: boolean;
  title: string;
};

const SIZES: Readonly<Record<string, [width: string, height: string]>> = {
  small: ['400px', '20vh'],
  medium: ['600px', '40vh'],
  large: ['800px', '70vh'],
  xlarge: ['968px', '90vh'],
  max: ['100vw', '90vh'],
  fullscreen: ['100vw', '90vh'],
};

/** Opens a screen of the app in a dialog; its context carries what the opener passed. */
export function openModal(opener: Frame, options: ModalOptions, runCommand: RunCommand): boolean {
  const { screen } = opener;
  const dialog = document.createElement('dialog');
  const place = document.createElement('div');
  const modal: Modal = { onClose: null, close };
  const inner = toModalScreen(screen, options);
  const frame = mountFrame(place, inner, { runCommand, modal });

  function close(payload?: unknown): void {
    if (!dialog.isConnected) return;
    void modal.onClose?.();
    unmountFrame(frame);
    dialog.remove();
    void options.onClose(payload);
  }

  setSize(dialog, options.size);
  const heading = textElement('h2', inner.title);
  heading.id = `modal-${String(dialogCount++)}`;
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.append(
    heading,
    place,
    button('Close', () => {
      close();
    }),
  );
  closeByUser(dialog, options, close);
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

let dialogCount = 0;

function toModalScreen(screen: Screen, { context, resource, title }: ModalOptions): Screen {
  const extension = { ...screen.context.extension, modal: context };
  return {
    ...screen,
    resource: resource ?? screen.resource,
    title: title === '' ? screen.title : title,
    historyBase: null,
    context: { ...screen.context, extension },
  };
}

function closeByUser(dialog: HTMLDialogElement, options: ModalOptions, close: () => void): void {
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (options.closeOnEscape) close();
  });
  // A second Escape ends every dialog, whatever its page wants.
  dialog.addEventListener('close', () => {
    close();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog && options.closeOnOverlayClick) close();
  });
}

function setSize(dialog: HTMLDialogElement, size: ModalOptions['size']): void {
  const [width, height] =
    typeof size === 'string'
      ? (SIZES[size] ?? ['600px', '40vh'])
      : [size.width, size.height ?? '40vh'];
  dialog.style.setProperty('--width', width);
  dialog.style.setProperty('--height', height);
}

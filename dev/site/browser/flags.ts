type Flag = {
  id: number | string;
  title?: string;
  description?: string;
  type?: string;
  appearance?: string;
  actions?: { text: string; onClick: () => unknown }[];
  isAutoDismiss?: boolean;
};

const AUTO_DISMISS_MS = 8_000;
const SIGNS: Readonly<Record<string, string>> = {
  success: 'Done',
  warning: 'Warning',
  error: 'Error',
};

const idOf = (id: Flag['id']): string => `flag-${String(id)}`;

/** Shows a message of the app; one with the same id is replaced. */
export function showFlag(flag: Flag): boolean {
  closeFlag(flag);
  const box = document.createElement('div');
  box.className = 'flag';
  box.id = idOf(flag.id);
  const sign = SIGNS[flag.appearance ?? flag.type ?? ''];
  box.append(
    textElement('h2', [sign, flag.title].filter(Boolean).join(': ')),
    textElement('p', flag.description ?? ''),
    ...(flag.actions ?? []).map(({ text, onClick }) => button(text, onClick)),
    button('Dismiss', () => closeFlag(flag)),
  );
  document.querySelector('#flags')?.append(box);
  if (flag.isAutoDismiss) setTimeout(() => closeFlag(flag), AUTO_DISMISS_MS);
  return true;
}

export function closeFlag({ id }: Pick<Flag, 'id'>): boolean {
  const flag = document.getElementById(idOf(id));
  flag?.remove();
  return flag !== null;
}

export function textElement(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

export function button(text: string, onClick: () => unknown): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', () => void onClick());
  return element;
}

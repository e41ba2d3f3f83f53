import type { FrameLocator, Page } from 'playwright-core';

/** A person who has no mouse. */
export type Keyboard = {
  press: (key: string) => Promise<void>;
  write: (text: string) => Promise<void>;
  /** The accessible name of what has the focus. */
  focused: () => Promise<string>;
  /** Presses Tab until what is called so has the focus; fails where that cannot be seen on the way. */
  tabTo: (name: RegExp) => Promise<void>;
};

const MOST_PRESSES = 80;

export function createKeyboard(page: Page, frame: FrameLocator): Keyboard {
  const root = frame.locator(':root');
  const focused = async (): Promise<string> => {
    const place = frame.locator(':focus');
    if ((await place.count()) === 0) return '';
    const [first = ''] = (await place.ariaSnapshot()).split('\n');
    return /"(.*?)"/.exec(first)?.[1] ?? '';
  };
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      await page.keyboard.press('Tab');
      const [words, isMarked] = await Promise.all([focused(), root.evaluate(isFocusMarked)]);
      if (!isMarked) throw new Error(`nobody sees that "${words}" has the focus`);
      if (name.test(words)) return;
    }
    throw new Error(`${MOST_PRESSES} presses of Tab do not reach ${String(name)}`);
  };
  return {
    focused,
    tabTo,
    press: (key) => page.keyboard.press(key),
    write: (text) => page.keyboard.type(text),
  };
}

/** Runs in the page. A field may be marked by what it stands in, a link by what it covers. */
function isFocusMarked(): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  const styles = [
    getComputedStyle(activeElement),
    getComputedStyle(activeElement, '::after'),
    getComputedStyle(activeElement.parentElement ?? activeElement),
  ];
  return styles.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
  );
}

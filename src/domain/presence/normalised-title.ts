import { commitTitle } from '../commit';

const KEYS = /^(?:[\s[\](){}<>:;,.#|/&-]*\b[a-z][a-z0-9]*-[1-9][0-9]*\b)+[\s[\](){}<>:;,.#|-]*/;
const KEY = /[a-z][a-z0-9]*-[1-9][0-9]*/g;
const PULL_REQUEST = /\s*\([#!]\d+\)/g;

/** The title of a message without what people write differently: case, blanks, `(#123)`, `PAY-1:`. */
export function normalisedTitle(message: string): string {
  return normalise(commitTitle(message));
}

export function normalise(title: string): string {
  const plain = title.toLowerCase().replace(PULL_REQUEST, ' ').replace(/\s+/g, ' ').trim();
  const [keys = ''] = KEYS.exec(plain) ?? [];
  return [...(keys.match(KEY) ?? []), plain.slice(keys.length)].join(' ').trim();
}

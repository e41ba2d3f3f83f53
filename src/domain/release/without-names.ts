import { locateIssueKeys } from '../issue-key';
import type { HiddenIssues } from './hidden-issues';

const NOBODY_KNOWS = 'a hidden issue';
/** Shorter ones are words of every sentence. */
const SHORTEST_TITLE = 4;

/** A copy in which no text names a hidden issue or says its title; an address that does leads nowhere. */
export function withoutNames<Value>(value: Value, hidden: HiddenIssues): Value {
  if (hidden.keys.size === 0) return value;
  const texts = { value: structuredClone(value) };
  eraseIn(texts, eraserOf(hidden));
  return texts.value;
}

type Eraser = (text: string) => string;

/** Names of fields may be names of issues, too. */
function eraseIn(place: object, erase: Eraser): void {
  for (const [name, value] of Object.entries(place) as [string, unknown][]) {
    if (typeof value === 'string') Reflect.set(place, name, erase(value));
    else if (typeof value === 'object' && value !== null) eraseIn(value, erase);
  }
}

function eraserOf({ keys, titles }: HiddenIssues): Eraser {
  const projects = new Set([...keys].map((key) => key.slice(0, key.lastIndexOf('-'))));
  const said = [...titles].filter((title) => title.length >= SHORTEST_TITLE);
  return (text) => {
    const named = locateIssueKeys(text, (project) => projects.has(project)).filter(({ key }) =>
      keys.has(key),
    );
    const isNamed = named.length > 0 || said.some((title) => text.includes(title));
    if (isNamed && /^https?:/i.test(text)) return '';
    return isNamed ? withoutTitles(withoutKeys(text, named), said) : text;
  };
}

const withoutKeys = (text: string, named: readonly { start: number; end: number }[]): string =>
  named
    .toReversed()
    .reduce((left, { start, end }) => left.slice(0, start) + wordAt(start) + left.slice(end), text);

const wordAt = (start: number): string => (start === 0 ? 'A hidden issue' : NOBODY_KNOWS);

const withoutTitles = (text: string, titles: readonly string[]): string =>
  titles.reduce((left, title) => left.replaceAll(title, '…'), text);

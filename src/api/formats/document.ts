import type { BlockContent, List, ListItem, PhrasingContent, Table, TableRow } from 'mdast';

import { webAddress, withoutLinks } from './plain-text';

/** What a document is made of: the writers of Markdown and of Atlassian's format take the same. */
export type Block = BlockContent;

/** A text, or one that leads somewhere. */
export type Inline = string | { text: string; url: string | null };

export const heading = (depth: 1 | 2 | 3, text: Inline): Block => ({
  type: 'heading',
  depth,
  children: [inline(text)],
});

export const paragraph = (text: Inline): Block => ({
  type: 'paragraph',
  children: [inline(text)],
});

export const bullets = (items: readonly Inline[]): Block[] =>
  listOf(items.map((text) => item(text, null)));

/** Items with a box to tick. */
export const boxes = (items: readonly { text: Inline; isDone: boolean }[]): Block[] =>
  listOf(items.map(({ text, isDone }) => item(text, isDone)));

/** `[]` when it has no row. */
export const table = (head: readonly string[], rows: readonly (readonly Inline[])[]): Block[] =>
  rows.length === 0 ? [] : [{ type: 'table', children: [head, ...rows].map(row) } satisfies Table];

function listOf(children: ListItem[]): List[] {
  return children.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children }];
}

const item = (text: Inline, checked: boolean | null): ListItem => ({
  type: 'listItem',
  spread: false,
  checked,
  children: [{ type: 'paragraph', children: [inline(text)] }],
});

const row = (cells: readonly Inline[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({ type: 'tableCell', children: [inline(cell)] })),
});

function inline(given: Inline): PhrasingContent {
  const { text, url } = typeof given === 'string' ? { text: given, url: null } : given;
  const written = { type: 'text' as const, value: withoutLinks(text) };
  const address = webAddress(url);
  return address === null ? written : { type: 'link', url: address, children: [written] };
}

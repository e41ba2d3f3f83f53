import { gfmFromMarkdown } from 'mdast-util-gfm';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfm } from 'micromark-extension-gfm';

import {
  boxes,
  bullets,
  heading,
  paragraph,
  table,
  type Block,
} from '../../../src/api/formats/document';
import { toMarkdownText } from '../../../src/api/formats/to-markdown';
import { ATTACKS } from '../../support/attacks';

type Node = { type: string; value?: string; url?: string; children?: Node[] };

const readBack = (blocks: readonly Block[]): Node =>
  fromMarkdown(toMarkdownText(blocks), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
const textOf = (node: Node): string =>
  nodesOf(node)
    .map(({ value }) => value ?? '')
    .join('')
    .replaceAll('\u200b', '');
const typesOf = (node: Node): string[] =>
  [...new Set(nodesOf(node).map(({ type }) => type))].sort();

describe('Markdown of a text from outside, read back', () => {
  it.each(ATTACKS)('is text in a heading: $text', ({ text, seen }) => {
    const node = readBack([heading(2, text)]);

    expect(textOf(node)).toBe(seen);
    expect(typesOf(node)).toEqual(['heading', 'root', 'text']);
  });

  it.each(ATTACKS)('is text in a paragraph: $text', ({ text, seen }) => {
    const node = readBack([paragraph(text)]);

    expect(textOf(node)).toBe(seen);
    expect(typesOf(node)).toEqual(['paragraph', 'root', 'text']);
  });

  it.each(ATTACKS)('is text in a list: $text', ({ text, seen }) => {
    const node = readBack(bullets([text]));

    expect(textOf(node)).toBe(seen);
    expect(typesOf(node)).toEqual(['list', 'listItem', 'paragraph', 'root', 'text']);
  });

  it.each(ATTACKS)('is text beside a box: $text', ({ text, seen }) => {
    const node = readBack(boxes([{ text, isDone: true }]));

    expect(textOf(node)).toBe(seen);
    expect(typesOf(node)).toEqual(['list', 'listItem', 'paragraph', 'root', 'text']);
  });

  it.each(ATTACKS)('is one cell of a table: $text', ({ text, seen }) => {
    const node = readBack(table(['A', 'B'], [[text, 'end']]));
    const cells = nodesOf(node).filter(({ type }) => type === 'tableCell');

    expect(cells.map(textOf)).toEqual(['A', 'B', seen, 'end']);
    expect(typesOf(node)).toEqual(['root', 'table', 'tableCell', 'tableRow', 'text']);
  });

  it.each(ATTACKS)('is the text of the link that we made: $text', ({ text, seen }) => {
    const node = readBack([paragraph({ text, url: 'https://github.com/a/b?c=(d)' })]);
    const links = nodesOf(node).filter(({ type }) => type === 'link');

    expect(textOf(node)).toBe(seen);
    expect(links.map(({ url }) => url)).toEqual(['https://github.com/a/b?c=(d)']);
    expect(typesOf(node)).toEqual(['link', 'paragraph', 'root', 'text']);
  });

  it('leads nowhere but to the web', () => {
    const node = readBack([paragraph({ text: 'x', url: 'javascript:alert(1)' })]);

    expect(typesOf(node)).toEqual(['paragraph', 'root', 'text']);
  });
});

describe('lists and tables without anything', () => {
  it('are not there', () => {
    expect([...bullets([]), ...boxes([]), ...table(['A'], [])]).toEqual([]);
  });
});

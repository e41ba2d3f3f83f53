import { gfmFromMarkdown } from 'mdast-util-gfm';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfm } from 'micromark-extension-gfm';

import { manifestDocument } from '../../../src/api/formats/manifest-document';
import { toMarkdownText } from '../../../src/api/formats/to-markdown';
import { ATTACKS } from '../../support/attacks';
import { fullInput, manifestOf } from '../../support/manifest';

type Node = { type: string; value?: string; children?: Node[] };

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
const headingsOf = (text: string): string[] =>
  text.split('\n').filter((line) => line.startsWith('## '));

const full = manifestOf(fullInput('Text'));

describe('manifestDocument', () => {
  it.each([
    {
      audience: 'qa' as const,
      headings: ['## To test', '## Issues', '## Reasons', '## What could not be read'],
    },
    { audience: 'client' as const, headings: ['## To confirm', '## Text'] },
    {
      audience: 'releaseManager' as const,
      headings: [
        '## What to do next',
        '## Gates',
        '## What could not be read',
        '## Issues',
        '## Reasons',
        '## Order of promotion',
        '## Not in the release, and would travel with it',
        '## For the release manager',
        '## How to go back, in this order',
        '## Sign-offs',
      ],
    },
  ])('tells $audience what they need: $headings', ({ audience, headings }) => {
    expect(headingsOf(toMarkdownText(manifestDocument(full, audience)))).toEqual(headings);
  });

  it('tells everybody the changes and all lists', () => {
    expect(headingsOf(toMarkdownText(manifestDocument(full)))).toEqual(
      expect.arrayContaining(['## Changes', '## To test', '## To confirm', '## Gates']),
    );
  });

  it('shows a client no commit, no repository and no gate', () => {
    expect(toMarkdownText(manifestDocument(manifestOf(), 'client'))).not.toMatch(
      /a1a1|acme|github|gate/i,
    );
  });

  it('names the release and the state of the evidence to a client, too', () => {
    const paragraphs = toMarkdownText(manifestDocument(full, 'client')).split('\n\n');

    expect(paragraphs[0]).toBe('# Text');
    expect(paragraphs.at(-1)).toMatch(/^State [0-9a-f]{12}, as of 2026-/);
  });

  it('tells the decision and the first failing gate at the top', () => {
    expect(toMarkdownText(manifestDocument(full)).split('\n\n').slice(0, 3)).toEqual([
      '# Text: NO-SHIP',
      'Promotion from test to prod.',
      'First failing gate: evidence. Text',
    ]);
  });

  it.each(ATTACKS)('has no link, no HTML and no code of its texts: $text', ({ text }) => {
    const markdown = toMarkdownText(manifestDocument(manifestOf(fullInput(text))));
    const node: Node = fromMarkdown(markdown, {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const types = [...new Set(nodesOf(node).map(({ type }) => type))].sort();

    expect(types).toEqual([
      ...['heading', 'list', 'listItem', 'paragraph', 'root'],
      ...['table', 'tableCell', 'tableRow', 'text'],
    ]);
  });
});

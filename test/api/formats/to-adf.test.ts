import {
  boxes,
  bullets,
  heading,
  paragraph,
  table,
  type Block,
} from '../../../src/api/formats/document';
import { manifestDocument } from '../../../src/api/formats/manifest-document';
import { toAdf } from '../../../src/api/formats/to-adf';
import type { DocumentNode } from '../../../src/ports/issue-writer';
import { ATTACKS } from '../../support/attacks';
import { fullInput, manifestOf } from '../../support/manifest';

const text = (value: string) => ({ type: 'text', text: value });
const p = (...content: object[]) => ({ type: 'paragraph', content });
const li = (...content: object[]) => ({ type: 'listItem', content: [p(...content)] });

describe('toAdf', () => {
  it.each<[string, Block[], object[]]>([
    [
      'a heading',
      [heading(2, 'Gates')],
      [{ type: 'heading', attrs: { level: 2 }, content: [text('Gates')] }],
    ],
    ['a paragraph', [paragraph('One.')], [p(text('One.'))]],
    ['an empty text', [paragraph('')], [p()]],
    [
      'a link',
      [paragraph({ text: 'here', url: 'https://a.example/x' })],
      [
        p({
          ...text('here'),
          marks: [{ type: 'link', attrs: { href: 'https://a.example/x' } }],
        }),
      ],
    ],
    [
      'a link that leads to a script',
      [paragraph({ text: 'here', url: 'javascript:alert(1)' })],
      [p(text('here'))],
    ],
    [
      'a list',
      bullets(['a', 'b']),
      [{ type: 'bulletList', content: [li(text('a')), li(text('b'))] }],
    ],
    [
      'boxes',
      boxes([
        { text: 'a', isDone: true },
        { text: 'b', isDone: false },
      ]),
      [{ type: 'bulletList', content: [li(text('☑ '), text('a')), li(text('☐ '), text('b'))] }],
    ],
    [
      'a table',
      table(['H'], [['c']]),
      [
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [{ type: 'tableHeader', content: [p(text('H'))] }] },
            { type: 'tableRow', content: [{ type: 'tableCell', content: [p(text('c'))] }] },
          ],
        },
      ],
    ],
  ])('writes %s', (_, blocks, content) => {
    expect(toAdf(blocks)).toEqual({ version: 1, type: 'doc', content });
  });

  it('cuts rows and blocks where a comment is full, and says so', () => {
    const rows = Array.from({ length: 100 }, (_, index) => [`PAY-${index + 1}`]);

    const { content } = toAdf(
      [paragraph('First.'), ...table(['Issue'], rows), paragraph('Last.')],
      1000,
    );

    expect(content.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(content[1]?.content?.length).toBeLessThan(15);
    expect(JSON.stringify(content[2])).toContain('Cut here');
    expect(JSON.stringify(content).length).toBeLessThan(1200);
  });

  it.each(ATTACKS)('keeps a text from outside a text without marks: $text', (attack) => {
    const { content } = toAdf(manifestDocument(manifestOf(fullInput(attack.text))), 1_000_000);

    const texts = content.flatMap(textsIn);
    const types = new Set(content.flatMap(typesIn));
    expect(texts.every((one) => one !== '' && !/[\p{Cc}\u202e]/u.test(one))).toBe(true);
    expect([...types].filter((type) => !KNOWN.has(type))).toEqual([]);
  });
});

const KNOWN = new Set([
  ...['heading', 'paragraph', 'text', 'bulletList', 'listItem'],
  ...['table', 'tableRow', 'tableHeader', 'tableCell'],
]);

const textsIn = ({ text: own, content = [] }: DocumentNode): string[] => [
  ...(own === undefined ? [] : [own]),
  ...content.flatMap(textsIn),
];
const typesIn = ({ type, content = [] }: DocumentNode): string[] => [
  type,
  ...content.flatMap(typesIn),
];

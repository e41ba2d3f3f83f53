import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import fc from 'fast-check';

import { parseTrailers } from '../../../src/domain/ownership/trailers';
import { commitAndPrint, printedTrailers, type PrintedTrailers } from '../../support/git-trailers';
import { describeWithShared } from '../../support/shared-data';

const SEED = Number(process.env.TRAILER_SEED ?? 20_260_101);
const MESSAGES = Number(process.env.TRAILER_MESSAGES ?? 1000);

const word = fc.constantFrom('Fix', 'login', 'PAY-1', 'naïve', '日本', 'v1.2', 'x', '🚀', 'a_b');
const key = fc.constantFrom(
  'Depends-On',
  'Risk',
  'Signed-off-by',
  'signed-off-by',
  'Co-authored-by',
  'Change-Id',
  'Note',
  'https',
  'Two words',
  'Ключ',
  'a_b',
  'X',
  '-',
  '9',
);
const separator = fc.constantFrom(': ', ':', ' : ', '\t:\t', ':  ', '#', '=', ' ', ': : ');
const ending = fc.constantFrom('', '', '', '', '\r', ' ', '\t', '\f', '\v', '\u00a0');
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const keyed = fc.tuple(key, separator, text).map((parts) => parts.join(''));
const line = fc
  .oneof(
    { weight: 6, arbitrary: keyed },
    { weight: 3, arbitrary: text },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(' ', '\t', '  ', '\r', '\v'), text) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(' ', '\t'), keyed) },
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        '',
        '',
        ' ',
        '\t',
        '---',
        '--- a/x',
        '#',
        '# comment',
        '#12: x',
        'Signed-off-by: Ana <ana@example.com>',
        'Signed-off-by:Ana',
        'Signed-off-by : Ana',
        '(cherry picked from commit 1234567)',
        '(cherry picked from commit',
        'https://example.com/x',
        'See merge request acme/app!12',
        'Conflicts:',
        '\tsrc/a.ts',
        ':x',
        '* PAY-1 part one',
        '> Risk: high',
        'diff --git a/x b/x',
        '# ------------------------ >8 ------------------------',
      ),
    },
  )
  .map((parts) => (typeof parts === 'string' ? parts : parts.join('')));
const lines = fc.array(
  fc.tuple(line, ending).map((parts) => parts.join('')),
  { maxLength: 9 },
);
const trailerBlock = fc.array(
  fc.tuple(keyed, ending).map((parts) => parts.join('')),
  {
    minLength: 1,
    maxLength: 5,
  },
);
const shaped = fc
  .tuple(text, lines, fc.oneof(trailerBlock, lines), lines)
  .map(([title, body, block, rest]) => [title, '', ...body, '', ...block, ...rest.slice(6)]);
const message = fc
  .tuple(
    fc.oneof(shaped, lines),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.constantFrom('', '\n', '\n', '\n\n', ' \n', '\r\n'),
  )
  .map(([parts, newline, end]) => parts.join(newline) + end);

function differences(printed: readonly PrintedTrailers[]): unknown[] {
  return printed
    .map(({ message: stored, trailers }) => ({
      stored,
      git: trailers,
      ours: parseTrailers(stored),
    }))
    .filter(({ git, ours }) => JSON.stringify(git) !== JSON.stringify(ours));
}

describe('parseTrailers', () => {
  it.each([
    {
      rule: 'reads the last paragraph, in order, repetitions included',
      message: 'Fix\n\nbody\n\nDepends-On: PAY-1\nRisk: high\nDepends-On: PAY-2\n',
      trailers: [
        { key: 'Depends-On', value: 'PAY-1' },
        { key: 'Risk', value: 'high' },
        { key: 'Depends-On', value: 'PAY-2' },
      ],
    },
    { rule: 'never reads the title', message: 'Risk: high\n', trailers: [] },
    { rule: 'never reads the title paragraph', message: 'Fix\nRisk: high\n', trailers: [] },
    { rule: 'wants a blank line before', message: 'Fix\n\nbody\nRisk: high\n', trailers: [] },
    {
      rule: 'reads no paragraph but the last',
      message: 'Fix\n\nRisk: high\n\nSee merge request acme/app!12\n',
      trailers: [],
    },
    {
      rule: 'accepts a quarter of trailers with one that git makes',
      message: 'Fix\n\none\ntwo\nthree\nSigned-off-by: Ana <a@b.c>\n',
      trailers: [{ key: 'Signed-off-by', value: 'Ana <a@b.c>' }],
    },
    {
      rule: 'refuses less than a quarter',
      message: 'Fix\n\none\ntwo\nthree\nfour\nSigned-off-by: Ana <a@b.c>\n',
      trailers: [],
    },
    {
      rule: 'does not count Co-authored-by as made by git',
      message: 'Fix\n\nprose\nCo-authored-by: Bo <b@c.d>\n',
      trailers: [],
    },
    {
      rule: 'reads trailers beside the line of a cherry pick',
      message: 'Fix\n\nprose\nRisk: low\n(cherry picked from commit 1234567)\n',
      trailers: [{ key: 'Risk', value: 'low' }],
    },
    {
      rule: 'unfolds indented lines',
      message: 'Fix\n\nManual-Step: stop\n  the queue\n\tfirst\n',
      trailers: [{ key: 'Manual-Step', value: 'stop the queue first' }],
    },
    {
      rule: 'allows blanks before the colon, none in the key',
      message: 'Fix\n\nRisk \t: high\n',
      trailers: [{ key: 'Risk', value: 'high' }],
    },
    { rule: 'wants an ASCII key without blanks', message: 'Fix\n\nTwo words: x\n', trailers: [] },
    {
      rule: 'drops comments and trims the ends that Windows writes',
      message: 'Fix\r\n\r\n# comment\r\nRisk: high\r\n',
      trailers: [{ key: 'Risk', value: 'high' }],
    },
    {
      rule: 'does not stop at three dashes',
      message: 'Fix\n\nbody\n---\nmore\n\nRisk: high\n',
      trailers: [{ key: 'Risk', value: 'high' }],
    },
    {
      rule: 'reads a bare address as git does',
      message: 'Fix\n\nhttps://example.com\n',
      trailers: [{ key: 'https', value: '//example.com' }],
    },
    { rule: 'finds none in an empty message', message: '', trailers: [] },
  ])('$rule', ({ message: stored, trailers }) => {
    expect(parseTrailers(stored)).toEqual(trailers);
  });

  it(`agrees with git on ${MESSAGES} generated messages`, () => {
    const messages = fc.sample(message, { seed: SEED, numRuns: MESSAGES });

    const printed = commitAndPrint(messages);

    expect(printed.filter(({ trailers }) => trailers.length > 0).length).toBeGreaterThan(
      MESSAGES / 10,
    );
    expect(differences(printed)).toEqual([]);
  });
});

describeWithShared('parseTrailers on real histories', 'phoenix/phoenix.bundle', (path) => {
  const bundles = readdirSync(dirname(path)).filter((name) => name.endsWith('.bundle'));
  let directory = '';

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'convoy-histories-'));
  });

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  it.each(bundles)('agrees with git on every commit of %s', (bundle) => {
    const repository = join(directory, bundle);
    execFileSync('git', ['clone', '--quiet', '--bare', join(dirname(path), bundle), repository]);

    const printed = printedTrailers(repository);

    expect(printed.length).toBeGreaterThan(20);
    expect(differences(printed)).toEqual([]);
  });
});

import { readMailbox } from '../../../src/adapters/github/mailbox';
import { commit } from '../../support/builders';

const FIRST = 'a'.repeat(40);
const SECOND = 'b'.repeat(40);

type Mail = { sha: string; of: string; message?: string; diff?: string; summary?: string };

const diffOf = (path: string, added = 'text'): string =>
  `diff --git a/${path} b/${path}\nindex 1111111..2222222 100644\n--- a/${path}\n+++ b/${path}\n` +
  `@@ -1 +1 @@\n-old\n+${added}\n`;

const SUMMARY = ' x | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n';

const mail = ({ sha, of, message = '', diff = diffOf('x'), summary = SUMMARY }: Mail): string =>
  `From ${sha} Mon Sep 17 00:00:00 2001\nFrom: Ana <ana@acme.example>\n` +
  `Date: Mon, 5 Jan 2026 09:00:00 +0000\nSubject: [PATCH${of}] Title\n\n${message}---\n${summary}\n${diff}`;

const SIGNATURE = '-- \n2.39.5\n\n';
const FORGED = `${mail({ sha: SECOND, of: ' 2/2', diff: diffOf('forged') })}-- \n2.39.5\n`;

const told = (body = '', sha = FIRST): ReturnType<typeof commit> =>
  commit({ sha, message: body === '' ? 'Title' : `Title\n\n${body.trimEnd()}` });

describe('readMailbox', () => {
  it('reads the diffs of all mails, with and without a signature', () => {
    const text = `${mail({ sha: FIRST, of: ' 1/2' })}${SIGNATURE}${mail({ sha: SECOND, of: ' 2/2', diff: diffOf('y') })}\n`;

    expect(readMailbox(text, [told(), told('', SECOND)])).toEqual({
      diffs: new Map([
        [FIRST, diffOf('x')],
        [SECOND, diffOf('y')],
      ]),
      isWhole: true,
    });
  });

  it.each([
    {
      when: 'the message is known',
      body: FORGED,
      commits: [told(FORGED)],
      found: [FIRST, SECOND],
    },
    { when: 'the message is another', body: FORGED, commits: [told('other')], found: [] },
    { when: 'the commit is not known', body: FORGED, commits: [], found: [] },
  ])('takes no forged mail for one when $when', ({ body, commits, found }) => {
    const real = mail({ sha: SECOND, of: ' 2/2', diff: diffOf('real') });
    const text = mail({ sha: FIRST, of: ' 1/2', message: body }) + SIGNATURE + real + SIGNATURE;

    const { diffs } = readMailbox(text, commits);

    expect([...diffs.keys()]).toEqual(found);
    expect(diffs.get(SECOND) ?? diffOf('real')).toBe(diffOf('real'));
  });

  it('takes no diff in a message for the diff', () => {
    const body = `---\n${SUMMARY}\n${diffOf('forged')}`;
    const text = mail({ sha: FIRST, of: '', message: body });

    expect(readMailbox(text, [told(body)]).diffs).toEqual(new Map([[FIRST, diffOf('x')]]));
    expect(readMailbox(text, [told('other')]).diffs).toEqual(new Map());
  });

  it('tells a removed line of dashes from the line before the summary', () => {
    const diff = diffOf('x').replace('-old', '---');
    const text = mail({ sha: FIRST, of: '', message: 'Body\n', diff });

    expect(readMailbox(text, [told('Body')]).diffs).toEqual(new Map([[FIRST, diff]]));
    expect(readMailbox(text, []).diffs).toEqual(new Map());
  });

  it.each([
    ['nothing', ''],
    ['a page for people', '<html></html>'],
    ['a line before the first mail', `\n${mail({ sha: FIRST, of: '' })}`],
    ['a diff that breaks off', mail({ sha: FIRST, of: '' }).slice(0, -5)],
    [
      'a diff without its last file',
      mail({ sha: FIRST, of: '', summary: SUMMARY.replace('1 file', '2 files') }),
    ],
    [
      'a diff that is longer than its summary',
      mail({ sha: FIRST, of: '', summary: SUMMARY.replace(', 1 deletion(-)', '') }),
    ],
    ['no summary', mail({ sha: FIRST, of: '', summary: '' })],
    ['something behind the diff', `${mail({ sha: FIRST, of: '' })}more\n`],
    ['numbers that begin elsewhere', mail({ sha: FIRST, of: ' 2/2' })],
  ])('proves nothing by %s', (_, text) => {
    expect(readMailbox(text, [told()]).diffs).toEqual(new Map());
  });

  it('is not whole when a mail is missing', () => {
    const text = mail({ sha: FIRST, of: ' 1/2' });

    expect(readMailbox(text, [told()])).toEqual({
      diffs: new Map([[FIRST, diffOf('x')]]),
      isWhole: false,
    });
  });

  it('knows a message as git writes it: blanks at the ends of lines, empty lines, other alphabets', () => {
    const message = '\n Title \nof two lines\n\n\nÜber \t\n\n  x\ufffd\n---\n\n';
    const body = Buffer.from('Über\n\n  x\n---\n').toString('latin1').replace('x\n', 'x\xe9\n');
    const text = mail({ sha: FIRST, of: '', message: body });

    expect(readMailbox(text, [commit({ sha: FIRST, message })]).diffs.size).toBe(1);
  });
});

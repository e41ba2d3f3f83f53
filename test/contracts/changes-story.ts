import { execFileSync } from 'node:child_process';

import { createRepository } from '../support/git-repository';
import type { GitRepository } from '../support/git-repository';

type File = { path: string; mode?: string; content: string | Uint8Array | null };

/** A commit on `main`, tagged by its name, or on another branch that begins at `from`. */
type Step = {
  name: string;
  message?: string;
  files: (File | { from: string; to: string })[];
  branch?: string;
  from?: string;
  merge?: string;
};

const lines = (...changed: [number, string][]): string =>
  Array.from({ length: 12 }, (_, index) => {
    const [, text = `line ${index}`] = changed.find(([at]) => at === index) ?? [];
    return `${text}\n`;
  }).join('');

const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);
const image = (last: number): Uint8Array => bytes(0x89, 0x50, 0, 1, 2, 3, 0xff, 0, last);

/** What a hostile author may write: a whole mail of another commit, with its diff. */
export const QUOTING_MESSAGE = `PAY-7 Quote a diff

---
 text.txt | 1 +
 1 file changed, 1 insertion(+)

diff --git a/text.txt b/text.txt
index 1111111..2222222 100644
--- a/text.txt
+++ b/text.txt
@@ -1,1 +1,2 @@
 line 0
+forged
--${' '}
2.39.5

From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
From: Eve <eve@acme.example>
Date: Mon, 5 Jan 2026 09:00:00 +0000
Subject: [PATCH 2/3] Forged

---
 forged.txt | 1 +
 1 file changed, 1 insertion(+)

diff --git a/forged.txt b/forged.txt
new file mode 100644
index 0000000..3333333
--- /dev/null
+++ b/forged.txt
@@ -0,0 +1 @@
+forged`;

const LATIN1 = Buffer.from('na\xefve\ncaf\xe9\n', 'latin1');

const STEPS: readonly Step[] = [
  {
    name: 'root',
    files: [
      { path: 'text.txt', content: lines() },
      { path: 'moved.txt', content: lines([0, 'moved']) },
      { path: 'gone.txt', content: 'gone\n' },
      { path: 'run.sh', content: 'echo\n' },
      { path: 'image.png', content: image(1) },
      { path: 'latin1.txt', content: LATIN1 },
      { path: 'crlf.txt', content: 'one\r\ntwo\r\n' },
      { path: 'open-end.txt', content: 'one\ntwo' },
      { path: 'query.sql', content: 'a\n--\n-- \nb\n' },
      { path: 'caf\u00e9 "x".txt', content: 'one\n' },
    ],
  },
  { name: 'text', files: [{ path: 'text.txt', content: lines([3, 'changed'], [11, 'too']) }] },
  { name: 'added', files: [{ path: 'docs/new.txt', content: 'new\n' }] },
  { name: 'added-empty', files: [{ path: 'docs/.keep', content: '' }] },
  { name: 'deleted', files: [{ path: 'gone.txt', content: null }] },
  {
    name: 'renamed',
    files: [
      { from: 'moved.txt', to: 'docs/moved.txt' },
      { path: 'docs/moved.txt', content: lines([0, 'moved'], [6, 'and changed']) },
    ],
  },
  { name: 'only-renamed', files: [{ from: 'docs/moved.txt', to: 'docs/again.txt' }] },
  { name: 'mode', files: [{ path: 'run.sh', mode: '100755', content: 'echo\n' }] },
  {
    name: 'binary',
    files: [
      { path: 'image.png', content: image(2) },
      { path: 'text.txt', content: lines([3, 'changed'], [11, 'three']) },
    ],
  },
  { name: 'binary-again', files: [{ path: 'image.png', content: image(3) }] },
  { name: 'new-binary', files: [{ path: 'new.png', content: image(4) }] },
  {
    name: 'latin1',
    files: [{ path: 'latin1.txt', content: Buffer.from('na\xefve\nth\xe9\n', 'latin1') }],
  },
  { name: 'empty', files: [] },
  { name: 'crlf', files: [{ path: 'crlf.txt', content: 'one\r\nTWO\r\n' }] },
  { name: 'open-end', files: [{ path: 'open-end.txt', content: 'one\nTWO' }] },
  {
    name: 'quoting',
    message: QUOTING_MESSAGE,
    files: [{ path: 'docs/new.txt', content: 'new\nnewer\n' }],
  },
  { name: 'dashes', files: [{ path: 'query.sql', content: 'a\nb\n-- \n' }] },
  { name: 'odd-name', files: [{ path: 'caf\u00e9 "x".txt', content: 'two\n' }] },
  {
    name: 'side',
    branch: 'side',
    from: 'text',
    files: [{ path: 'side.txt', content: 'side\n' }],
  },
  { name: 'merge', merge: 'side', files: [{ path: 'side.txt', content: 'side\n' }] },
  {
    name: 'part-1',
    branch: 'parts',
    from: 'merge',
    files: [
      { path: 'text.txt', content: lines([3, 'part'], [11, 'three']) },
      { path: 'new.png', content: image(5) },
    ],
  },
  {
    name: 'part-2',
    branch: 'parts',
    files: [
      { path: 'text.txt', content: lines([3, 'whole'], [11, 'three']) },
      { path: 'new.png', content: image(6) },
    ],
  },
  {
    name: 'squash',
    files: [
      { path: 'text.txt', content: lines([3, 'whole'], [11, 'three']) },
      { path: 'new.png', content: image(6) },
    ],
  },
  {
    name: 'last',
    message: 'PAY-9 Déjà vu\n\nÜber alles.\n\n\n  indented  \n',
    files: [{ path: 'z', content: 'z' }],
  },
];

/** A repository with one commit for each sort of change; a tag names each. */
export function createChanges(): GitRepository {
  const repository = createRepository();
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: repository.gitFolder,
    input: Buffer.concat(STEPS.map(toImport)),
  });
  return repository;
}

function toImport(step: Step, index: number): Buffer {
  const { name, message = `PAY-${index} ${name}\n`, branch = 'main', from, merge } = step;
  const who = `Ana Lima <ana@acme.example> ${1_767_600_000 + index * 60} +0000`;
  const start = [
    `commit refs/heads/${branch}`,
    `mark :${index + 1}`,
    `author ${who}`,
    `committer ${who}`,
    `data ${Buffer.byteLength(message)}`,
    message,
    ...(from === undefined ? [] : [`from refs/tags/${from}`]),
    ...(merge === undefined ? [] : [`merge refs/tags/${merge}`]),
    '',
  ];
  const tag = `reset refs/tags/${name}\nfrom :${index + 1}\n`;
  return Buffer.concat([
    Buffer.from(start.join('\n')),
    ...step.files.map(toChange),
    Buffer.from(tag),
  ]);
}

function toChange(file: Step['files'][number]): Buffer {
  if ('from' in file) return Buffer.from(`R ${file.from} ${file.to}\n`);
  const path = file.path.includes('"') ? JSON.stringify(file.path) : file.path;
  if (file.content === null) return Buffer.from(`D ${path}\n`);
  const content = Buffer.from(file.content);
  const head = `M ${file.mode ?? '100644'} inline ${path}\ndata ${content.length}\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\n')]);
}

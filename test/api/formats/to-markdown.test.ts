import { boxes, bullets, heading, paragraph, table } from '../../../src/api/formats/document';
import { toMarkdownText } from '../../../src/api/formats/to-markdown';

it('writes what people read in a text editor, too', () => {
  expect(
    toMarkdownText([
      heading(1, '2026.05: SHIP'),
      paragraph({ text: 'From test', url: 'https://github.com/a/b' }),
      ...bullets(['one', 'two']),
      ...table(['Issue', 'Verdict'], [['PAY-1', 'safe']]),
      ...boxes([
        { text: 'Test PAY-1', isDone: true },
        { text: 'Test PAY-2', isDone: false },
      ]),
    ]),
  ).toBe(
    `# 2026.05: SHIP

[From test](https://github.com/a/b)

- one
- two

| Issue | Verdict |
| - | - |
| PAY-1 | safe |

- [x] Test PAY-1
- [ ] Test PAY-2
`,
  );
});

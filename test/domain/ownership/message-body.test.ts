import { bodyLines, partQuoted } from '../../../src/domain/ownership/message-body';

describe('bodyLines', () => {
  it.each([
    { message: 'Title\r\n\r\none\r\ntwo', lines: ['one', 'two'] },
    { message: '\n\nTitle\nof two lines\n\none', lines: ['one'] },
    { message: 'Title', lines: [] },
  ])('of $message', ({ message, lines }) => {
    expect(bodyLines(message)).toEqual(lines);
  });
});

describe('partQuoted', () => {
  it('parts quoted lines and fenced code from the rest', () => {
    expect(partQuoted(['a', '> b', '```', 'c', '```', 'd'])).toEqual({
      own: ['a', 'd'],
      quoted: ['> b', '```', 'c', '```'],
    });
  });
});

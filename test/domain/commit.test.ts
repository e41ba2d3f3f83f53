import { commitTitle, isMerge } from '../../src/domain/commit';

describe('commitTitle', () => {
  it.each([
    { message: 'Fix login\n\nbody', title: 'Fix login' },
    { message: 'Fix login\r\n\r\nbody\r\n', title: 'Fix login' },
    { message: 'Fix\nlogin\n \nbody', title: 'Fix login' },
    { message: '\n\n  Fix login\n', title: 'Fix login' },
    { message: '', title: '' },
  ])('of $message', ({ message, title }) => {
    expect(commitTitle(message)).toBe(title);
  });
});

describe('isMerge', () => {
  it.each([
    { parents: [], merge: false },
    { parents: ['a'], merge: false },
    { parents: ['a', 'b'], merge: true },
  ])('is $merge for the parents $parents', ({ parents, merge }) => {
    expect(isMerge({ parents })).toBe(merge);
  });
});

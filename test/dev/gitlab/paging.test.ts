import { countedHeaders, readPage, uncountedHeaders } from '../../../dev/gitlab/paging';

const LIST = new URL('https://gitlab.com/api/v4/projects/8/merge_requests?state=all');

describe('readPage', () => {
  it.each([
    ['', { page: 1, perPage: 20 }],
    ['?page=3&per_page=50', { page: 3, perPage: 50 }],
    ['?per_page=1000', { page: 1, perPage: 100 }],
  ])('reads %j', (query, expected) => {
    expect(readPage(new URL(`https://gitlab.com/${query}`))).toEqual(expected);
  });
});

describe('countedHeaders', () => {
  it('are those of a page in the middle', () => {
    expect(countedHeaders(LIST, { page: 2, perPage: 3 }, 8)).toEqual({
      'x-page': '2',
      'x-per-page': '3',
      'x-prev-page': '1',
      'x-next-page': '3',
      'x-total': '8',
      'x-total-pages': '3',
      link: [
        `<${LIST.href}&page=1&per_page=3>; rel="prev"`,
        `<${LIST.href}&page=3&per_page=3>; rel="next"`,
        `<${LIST.href}&page=1&per_page=3>; rel="first"`,
        `<${LIST.href}&page=3&per_page=3>; rel="last"`,
      ].join(', '),
    });
  });

  it('name no next page on the last', () => {
    expect(countedHeaders(LIST, { page: 3, perPage: 3 }, 8)).toMatchObject({
      'x-next-page': '',
      link: expect.not.stringContaining('rel="next"') as string,
    });
  });

  it('count to 10,000 only', () => {
    const headers = countedHeaders(LIST, { page: 1, perPage: 100 }, 10_001);

    expect(headers).toMatchObject({ 'x-next-page': '2' });
    expect(headers).not.toHaveProperty('x-total');
    expect(headers.link).not.toContain('rel="last"');
  });
});

describe('uncountedHeaders', () => {
  it.each([
    { held: 100, next: '2' },
    { held: 99, next: '' },
    { held: 0, next: '' },
  ])('name next page $next behind one of $held', ({ held, next }) => {
    const headers = uncountedHeaders(LIST, { page: 1, perPage: 100 }, held);

    expect(headers['x-next-page']).toBe(next);
    expect(headers).not.toHaveProperty('x-total');
  });
});

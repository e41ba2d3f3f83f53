import { compare, toHeaders } from '../../src/adapters/validator';

const answer = (etag?: string): Parameters<typeof compare>[2] => ({
  value: 'the answer',
  headers: etag === undefined ? {} : { etag },
});

function validatorFor(facts: unknown, etag?: string): string | null {
  const first = compare(null, facts, answer(etag));
  return first.status === 'changed' ? first.validator : null;
}

describe('a validator', () => {
  it('asks with the ETag that GitHub gave', () => {
    expect(toHeaders(validatorFor(['a'], 'W/"12 34"'))).toEqual({ 'if-none-match': 'W/"12 34"' });
  });

  it.each([null, ''])('asks without when there is none (%p)', (validator) => {
    expect(toHeaders(validator)).toEqual({});
  });

  it('asks without when GitHub gave no ETag', () => {
    expect(toHeaders(validatorFor(['a']))).toEqual({});
  });

  it('knows the same facts under the ETag of another token', () => {
    const validator = validatorFor(['a'], 'W/"one"');

    expect(compare(validator, ['a'], answer('W/"two"'))).toEqual({ status: 'unchanged' });
  });

  it('sees other facts', () => {
    const validator = validatorFor(['a'], 'W/"one"');

    expect(compare(validator, ['b'], answer('W/"two"'))).toMatchObject({
      status: 'changed',
      value: 'the answer',
    });
  });
});

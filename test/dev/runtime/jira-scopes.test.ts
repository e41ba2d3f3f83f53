import { isScopeGranted } from '../../../dev/runtime/jira-scopes';

describe('isScopeGranted', () => {
  it.each([
    { method: 'GET', path: '/rest/api/3/issue/PAY-1', scopes: ['read:jira-work'], granted: true },
    { method: 'GET', path: '/rest/api/2/issue/PAY-1', scopes: ['read:jira-work'], granted: true },
    { method: 'GET', path: '/rest/api/3/issue/PAY-1', scopes: ['write:jira-work'], granted: false },
    {
      method: 'POST',
      path: '/rest/api/3/issue/bulkfetch',
      scopes: ['read:jira-work'],
      granted: true,
    },
    { method: 'POST', path: '/rest/api/3/issue', scopes: ['read:jira-work'], granted: false },
    {
      method: 'GET',
      path: '/rest/api/3/mypermissions?a=b',
      scopes: ['read:permission:jira'],
      granted: true,
    },
    { method: 'GET', path: '/rest/api/3/myself', scopes: ['read:user:jira'], granted: false },
    {
      method: 'GET',
      path: '/rest/api/3/myself',
      scopes: [
        'read:application-role:jira',
        'read:group:jira',
        'read:user:jira',
        'read:avatar:jira',
      ],
      granted: true,
    },
    { method: 'GET', path: '/rest/api/3/serverInfo', scopes: [], granted: true },
    { method: 'GET', path: '/rest/agile/1.0/board', scopes: ['read:jira-work'], granted: false },
    {
      method: 'PUT',
      path: '/rest/api/3/issue/PAY-1/properties/a',
      scopes: ['write:jira-work'],
      granted: true,
    },
  ])('allows $method $path with $scopes: $granted', ({ method, path, scopes, granted }) => {
    expect(isScopeGranted(new Set(scopes), { method, path })).toBe(granted);
  });
});

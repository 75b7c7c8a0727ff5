import { mayDo, permissions, permissionTable } from './permission.js';
import { roles } from './role.js';

describe('permissions', () => {
  it('are exactly these, role by role', () => {
    const lines = roles.map((role) => `${role}: ${[...permissionTable[role]].sort().join(' ')}`);
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it('give nothing without a post', () => {
    for (const permission of permissions) expect(mayDo([], permission)).toBe(false);
  });

  it('keep administrators and statistics clerks away from tickets', () => {
    expect(mayDo(['admin', 'stats'], 'ticket.read')).toBe(false);
  });
});

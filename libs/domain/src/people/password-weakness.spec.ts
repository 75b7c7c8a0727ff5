import { passwordWeakness } from './password-weakness.js';

const owner = { username: 'lujianping', name: '陆建平', bureau: '青河区应急管理局', demo: false };

describe('a password', () => {
  it.each([
    ['short', 'length'],
    ['x'.repeat(201), 'length'],
    ['LuJianPing2026', 'personal'],
    ['lujianping.lujianping', 'personal'],
    ['陆建平2026!!!!!!!', 'personal'],
    ['青河区应急管理局2026', 'bureau'],
    ['aaaaaaaaaaaa', 'repetition'],
    ['abcd1abcd1abcd1', 'repetition'],
    ['1234567890', 'sequence'],
    ['0987654321', 'sequence'],
    ['qwertyuiop12', 'sequence'],
    ['1qaz2wsx3edc', 'sequence'],
    ['P@ssw0rd-2026', null],
    ['Password2026!', 'known'],
    ['xiaohao-demo', 'known'],
    ['a-password-of-my-own', null],
    ['马上办理三件事情今天就去', null],
    ['lujianping likes long walks', null],
  ])('%s is weak by: %s', (password, weakness) => {
    expect(passwordWeakness(password, owner)).toBe(weakness);
  });

  it('of the demo bureau may be the one everybody knows', () => {
    expect(passwordWeakness('xiaohao-demo', { ...owner, demo: true })).toBeNull();
  });

  it('is weighed without a bureau too', () => {
    expect(passwordWeakness('a-password-of-my-own', { ...owner, bureau: null })).toBeNull();
  });
});

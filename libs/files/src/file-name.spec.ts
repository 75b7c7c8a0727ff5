import { safeFileName } from './file-name.js';

describe('a file name', () => {
  it.each([
    ['整改报告.docx', '整改报告.docx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\桌面\\台账 (1).xlsx', '台账 (1).xlsx'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['整改\u202egpj.exe', '整改gpj.exe'],
    ['"x<y>|?*.txt', 'xy.txt'],
    ['.htaccess', 'htaccess'],
    ['  多  空格 . ', '多 空格'],
    ['...', '未命名'],
    ['', '未命名'],
  ])('%j becomes %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it('is cut to 120 characters before its ending, never within a character', () => {
    const name = safeFileName(`${'𠮷'.repeat(300)}.xlsx`);
    expect([...name]).toHaveLength(120);
    expect(name).toMatch(/𠮷\.xlsx$/u);
  });
});

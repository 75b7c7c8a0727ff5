import { LastRead } from './last-read.js';

it('is read once however many ask for it, and again once it is among the last no more', async () => {
  const last = new LastRead<string>(2);
  const read = jest.fn((key: string) => Promise.resolve(key));
  const ask = (key: string) => last.of(key, () => read(key));
  expect(await Promise.all([ask('a'), ask('a'), ask('b'), ask('a'), ask('c')])).toEqual(['a', 'a', 'b', 'a', 'c']);
  await ask('a');
  expect(read.mock.calls.flat()).toEqual(['a', 'b', 'c']);
  await ask('b');
  expect(read.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
});

it('what could not be read is read again', async () => {
  const last = new LastRead<string>(2);
  await expect(last.of('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await last.of('a', () => Promise.resolve('there'))).toBe('there');
});

it('a reading that fails forgets no newer one of the same', async () => {
  const last = new LastRead<string>(1);
  const failing = last.of('a', () => Promise.reject(new Error('gone')));
  last.keep('b', Promise.resolve('other'));
  last.keep('a', Promise.resolve('newer'));
  await expect(failing).rejects.toThrow('gone');
  expect(await last.of('a', () => Promise.resolve('read again'))).toBe('newer');
});

import '../../browser-globals.js';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { openStatuses, readFilter, useLedgerFilter, writeFilter } from './ledger-filter.js';
import { quickViewOf } from './ledger-views.js';

const read = (address: string) => readFilter(new URLSearchParams(address));
const write = (address: string, change: Parameters<typeof writeFilter>[1]) =>
  writeFilter(new URLSearchParams(address), change).toString();

describe('the filters of the ledger', () => {
  it('mean open work where the address names none', () => {
    expect(read('')).toEqual({ status: [...openStatuses] });
    expect(quickViewOf(read(''))).toBe('open');
  });

  it('come out of the address as they went in', () => {
    const address = write('status=any', {
      kind: ['hazard', 'key_task'],
      leadUnitId: ['u1'],
      overdue: 'true',
      dueTo: '2026-07-31',
      q: '隐患 台账',
    });
    expect(read(address)).toEqual({
      kind: ['hazard', 'key_task'],
      leadUnitId: ['u1'],
      overdue: true,
      dueTo: '2026-07-31',
      q: '隐患 台账',
    });
  });

  it('keep open work when the first of them is set, and show everything when the last is taken away', () => {
    expect(read(write('', { q: '台账' }))).toEqual({ status: [...openStatuses], q: '台账' });
    expect(read(write('overdue=true', { overdue: null }))).toEqual({});
  });

  it('leave alone what belongs to the page and not to the question', () => {
    expect(write('status=closed&group=item&open=t1', { status: [] })).toBe('group=item&open=t1&status=any');
  });

  it('are changed by going to another address', () => {
    const wrapper = ({ children }: { children: ReactNode }) => (
      <MemoryRouter initialEntries={['/tickets?status=closed']}>{children}</MemoryRouter>
    );
    const { result } = renderHook(useLedgerFilter, { wrapper });
    act(() => result.current.change({ light: ['red'] }));
    expect(result.current.query).toEqual({ status: ['closed'], light: ['red'] });
    act(() => result.current.replace({ waiting: 'to_sign' }));
    expect(result.current.query).toEqual({ waiting: 'to_sign' });
  });
});

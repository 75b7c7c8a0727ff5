import type { DataSource } from 'typeorm';
import { CalendarService } from './calendar.service.js';

const buildService = (answers: unknown[]) => {
  const query = jest.fn(() => {
    const answer = answers.shift();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return { service: new CalendarService({ query } as unknown as DataSource), query };
};

describe('the calendar of the bureau', () => {
  const moved = [
    { day: '2027-02-13', working: true, name: '春节调休', provisional: false },
    { day: '2027-02-09', working: false, name: '春节', provisional: false },
  ];

  it('takes a day from the table before the schedules in the code', async () => {
    const { service } = buildService([moved]);
    const calendar = await service.loadCalendar();
    expect(calendar.isWorkingDay('2027-02-13')).toBe(true);
    expect(calendar.holidayName('2027-02-09')).toBe('春节');
    expect(calendar.isWorkingDay('2026-10-10')).toBe(true);
  });

  it('is read once, and again only when told so', async () => {
    const { service, query } = buildService([[], moved]);
    await Promise.all([service.loadCalendar(), service.loadCalendar()]);
    expect(query).toHaveBeenCalledTimes(1);
    expect((await service.reload()).isWorkingDay('2027-02-13')).toBe(true);
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('tries again after a failed read', async () => {
    const { service } = buildService([new Error('gone'), moved]);
    await expect(service.loadCalendar()).rejects.toThrow('gone');
    expect((await service.loadCalendar()).isWorkingDay('2027-02-13')).toBe(true);
  });
});

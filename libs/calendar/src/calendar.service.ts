import { Inject, Injectable } from '@nestjs/common';
import type { Day, WorkingCalendar } from '@xiaohao/domain';
import { DataSource } from 'typeorm';
import { calendarDay, calendarFrom, type CalendarDay } from './official-calendar.js';

/** The calendar as the bureau keeps it: the table calendar_day, edited by hand when a notice comes out. */
@Injectable()
export class CalendarService {
  private loading: Promise<WorkingCalendar> | null = null;

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Read once and kept; days the table lacks are answered by the schedules in the code. */
  loadCalendar(): Promise<WorkingCalendar> {
    this.loading ??= this.readTable().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  /** Reads the table again after a year was entered or changed. */
  reload(): Promise<WorkingCalendar> {
    this.loading = null;
    return this.loadCalendar();
  }

  private async readTable(): Promise<WorkingCalendar> {
    const rows: CalendarDay[] = await this.db.query(
      `select to_char(day, 'YYYY-MM-DD') as day, working, name, provisional from calendar_day`,
    );
    const days = new Map<Day, CalendarDay>(rows.map((row) => [row.day, row]));
    return calendarFrom((day) => days.get(day) ?? calendarDay(day));
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@xiaohao/config';
import type { Day } from '@xiaohao/domain';

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The one source of "now" and "today"; services never ask the machine themselves. */
@Injectable()
export class Clock {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'today'>) {}

  now(): Date {
    return new Date();
  }

  /** Today in Asia/Shanghai, or the fixed day of XIAOHAO_TODAY. */
  today(): Day {
    return this.config.today ?? dayInShanghai(this.now());
  }

  /** True while a fixed day is set; the page shows a banner then. */
  isFixed(): boolean {
    return this.config.today !== null;
  }
}

/** The calendar day an instant falls on in Asia/Shanghai (UTC+8, no summer time since 1991). */
export function dayInShanghai(instant: Date): Day {
  return shanghaiDay.format(instant);
}

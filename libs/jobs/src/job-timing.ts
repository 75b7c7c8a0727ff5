/** Times of the machinery in milliseconds; tests shorten them. */
export interface JobTiming {
  /** The outbox is looked at this often even when nothing was announced; also how exact `runAt` is. */
  pollMs: number;
  /** A row handed to the queue this long ago and not done is handed over again. */
  staleMs: number;
  /** A worker that died keeps its jobs this long; a living one renews. */
  lockMs: number;
  /** How often jobs of dead workers are looked for. */
  stalledMs: number;
  /** How often schedules are checked for ticks the queue has lost. */
  schedulesMs: number;
  /** Length of one of the job table's back-off seconds. */
  backoffSecondMs: number;
}

export const jobTiming: JobTiming = {
  pollMs: 2_000,
  staleMs: 5 * 60_000,
  lockMs: 20_000,
  stalledMs: 5_000,
  schedulesMs: 10 * 60_000,
  backoffSecondMs: 1_000,
};

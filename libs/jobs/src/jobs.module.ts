import { Global, Module } from '@nestjs/common';
import { FailedJobsService } from './failed-jobs.service.js';
import { JobQueue } from './job-queue.js';
import { QueueStatus } from './queue-status.js';

/** What every process may do with jobs. Running them is the worker's: it makes a JobWorker of its own. */
@Global()
@Module({
  providers: [JobQueue, FailedJobsService, QueueStatus],
  exports: [JobQueue, FailedJobsService, QueueStatus],
})
export class JobsModule {}

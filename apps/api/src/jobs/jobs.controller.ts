import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FailedJobsService, type JobName } from '@xiaohao/jobs';
import { jobLabels, type Label } from '@xiaohao/messages';
import { Allow } from '../auth/allow.js';
import { FailedJobsDto } from './jobs.dto.js';

/** A job without a label does not compile; one of another version has only its name. */
const labels: Readonly<Record<JobName, Label>> & Partial<Record<string, Label>> = jobLabels;

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(@Inject(FailedJobsService) private readonly failedJobs: FailedJobsService) {}

  @Allow('jobs.read')
  @Get('failed')
  @ApiOkResponse({ type: FailedJobsDto })
  async failed(): Promise<FailedJobsDto> {
    const jobs = await this.failedJobs.listFailedJobs();
    return { items: jobs.map((job) => ({ ...job, name: labels[job.job]?.[0] ?? job.job })) };
  }

  /** Gives the job all its attempts again. */
  @Allow('jobs.read')
  @Post('failed/:id/retry')
  @HttpCode(204)
  async retry(@Param('id') id: string): Promise<void> {
    await this.failedJobs.retryFailedJob(id);
  }
}

import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, register } from 'prom-client';
import { QueueStatus } from '@xiaohao/jobs';
import { Public } from '../auth/allow.js';

collectDefaultMetrics();

/** Prometheus text. Numbers of the process and the queues only; nothing about tickets or people. */
@ApiExcludeController()
@Controller()
export class MetricsController {
  constructor(@Inject(QueueStatus) private readonly queue: QueueStatus) {}

  @Public()
  @Get('/metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    return `${await register.metrics()}\n${await this.queue.queueMetrics()}`;
  }
}

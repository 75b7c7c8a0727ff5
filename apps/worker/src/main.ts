import 'reflect-metadata';
import { getPriority, setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@xiaohao/config';
import { createLogger, NestLogger } from './logger.js';
import { WorkerModule } from './worker.module.js';

/** The supervisor kills after 15 seconds; a job that takes longer is taken up again by the next worker. */
const stopWithinMs = 12_000;

/** Leaves the worker a quarter of a processor that a page wants too; more would let an import starve on a busy machine. */
const niceness = 5;

// Started by a supervisor that may be killed: when its channel closes, stop too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

// People wait for the pages, nobody for a job: where both want the processor, the pages have it.
setPriority(Math.max(getPriority(), niceness));

const config = readConfig();
const logger = createLogger(config.logLevel);
const app = await NestFactory.createApplicationContext(WorkerModule, {
  logger: new NestLogger(logger),
  abortOnError: false,
}).catch((error: unknown) => {
  logger.fatal(error, 'worker could not start');
  process.exit(1);
});
logger.info('worker is ready');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  setTimeout(() => {
    logger.warn('stopped in the middle of a job, which another worker will take up');
    process.exit(0);
  }, stopWithinMs).unref();
  await app.close();
  process.exit(0);
}

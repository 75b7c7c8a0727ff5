import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ServicesModule } from '@xiaohao/services';

/** Runs one piece of work with the same services the API and the worker use, as the application's role. */
export async function withServices<Result>(
  work: (services: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const services = await NestFactory.createApplicationContext(ServicesModule, {
    // What went wrong is told once, by whoever catches it.
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
